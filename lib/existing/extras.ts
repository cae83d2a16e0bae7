import type { Files } from '../types.ts';

const forChecks = /^(?:dev|develop|development|test|tests|testing|lint)$/;

/** The optional dependencies, by their names, that checks need. */
export function extrasIn(theirs: Files): readonly string[] {
  const text = (path: string): string => theirs.read(path) ?? '';
  return [
    ...namesIn(text('pyproject.toml'), 'project.optional-dependencies'),
    ...namesIn(text('setup.cfg'), 'options.extras_require'),
    ...namesInCall(text('setup.py')),
  ].filter((name, index, all) => all.indexOf(name) === index);
}

/** The keys of a table of pyproject.toml, or of a section of setup.cfg, that name what checks need. */
export function namesIn(text: string, table: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === `[${table}]`);
  const below = start < 0 ? [] : lines.slice(start + 1);
  const end = below.findIndex((line) => /^\[[\w.":-]+\]/.test(line));
  const own = end < 0 ? below : below.slice(0, end);
  return own
    .flatMap((line) => /^["']?([\w-]+)["']?\s*=/.exec(line)?.[1] ?? [])
    .filter((name) => forChecks.test(name));
}

/** The keys of `extras_require={"dev": [...]}`. */
function namesInCall(text: string): readonly string[] {
  const [, body = ''] = /\bextras_require\s*=\s*\{([^}]*)\}/.exec(text) ?? [];
  const names = [...body.matchAll(/["']([\w-]+)["']\s*:/g)].flatMap(([, name]) => name ?? []);
  return names.filter((name) => forChecks.test(name));
}
