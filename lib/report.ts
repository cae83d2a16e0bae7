import type { Files, Plan } from './types.ts';

/** The lists of paths that a run made, changed and left; the shape of `--json`. */
export interface Report extends Omit<Plan, 'changes' | 'open'> {
  readonly created: readonly string[];
  readonly updated: readonly string[];
}

/** What is told of a run, on a terminal as with `--json`. */
export function reportOf(files: Files, plan: Plan): Report {
  const { changes, unchanged, conflicts, notes, versions, next, facts } = plan;
  const isNew = (path: string): boolean => files.read(path) === undefined;
  return {
    created: changes.filter(({ path }) => isNew(path)).map(({ path }) => path),
    updated: changes.filter(({ path }) => !isNew(path)).map(({ path }) => path),
    unchanged,
    conflicts,
    notes,
    versions,
    next,
    facts,
  };
}

/** The report as lines of text; `gone` are the files that were removed. */
export function reportLines(report: Report, gone: ReadonlySet<string>): readonly string[] {
  const { created, updated, notes, next } = report;
  const lines = [
    ...created.map((path) => `  create  ${path}`),
    ...updated.map((path) => `  ${gone.has(path) ? 'remove' : 'change'}  ${path}`),
  ];
  if (lines.length === 0) lines.push('Nothing to change.');
  if (notes.length > 0) lines.push('', 'Left to you:');
  lines.push(
    ...notes.map(({ file, line, message }) => `  ${file}${line ? `:${line}` : ''}: ${message}`),
  );
  if (next.length > 0) lines.push('', 'Next:', ...next.map((command) => `  ${command}`));
  return lines;
}
