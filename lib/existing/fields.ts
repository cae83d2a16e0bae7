import type { Project } from '../types.ts';

type Known = Pick<Project, 'facts' | 'theirs'>;

/** The line on which a field of pydantic's settings says what a variable is; '' where none does. */
function fieldOf({ facts, theirs }: Known, name: string): string {
  const index = facts.variables?.value.indexOf(name) ?? -1;
  const [, path = '', line] = /^(.*\.py):(\d+)$/.exec(facts.variables?.evidence[index] ?? '') ?? [];
  const text = theirs.read(path) ?? '';
  const field = text.split('\n')[Number(line) - 1] ?? '';
  return /\bBase(?:Settings|Model)\b/.test(text) && /^\s+\w+\s*:/.test(field) ? field : '';
}

/** Whether the code makes a variable of others, so that it needs none: `URI: str = f"{HOST}:{PORT}"`. */
export const isComposed = (project: Known, name: string): boolean =>
  /=\s*\(?\s*f["']/.test(fieldOf(project, name));
