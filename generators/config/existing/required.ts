import { dotenvOf } from '../../../lib/retrofit/dotenv.ts';
import type { PythonCode } from '../../../lib/retrofit/python.ts';
import type { Project } from '../../../lib/types.ts';

/** One line of code that can't be loaded without a variable. */
export interface Read {
  readonly name: string;
  /** Where its line begins. */
  readonly start: number;
  /** The plain name that the module assigns it to, where it does. */
  readonly holder: string | undefined;
}

/**
 * The variables without which the entry itself can't be loaded, in the order of the text; none where
 * it isn't sure that all that loads a file has run before the check.
 */
export function requiredReads(project: Project, { entry, object }: PythonCode): readonly Read[] {
  const text = project.theirs.read(entry) ?? '';
  const made = startOf(text, new RegExp(`^${object}\\b[^=\\n]*=(?!=)`, 'm'));
  const loaded = loadedIn(project, entry, text);
  if (loaded === undefined || (loaded > made && made >= 0)) return [];
  return readsIn(text).filter(({ name, start }) => start >= loaded && !isSet(text, name));
}

/** Whether the code gives a variable a value itself. */
const isSet = (text: string, name: string): boolean =>
  /\benviron\.update\(/.test(text) ||
  new RegExp(`\\benviron(?:\\.setdefault\\(\\s*|\\[)["']${name}["'](?:\\]\\s*=[^=]|\\s*,)`).test(
    text,
  );

const startOf = (text: string, pattern: RegExp): number => text.search(pattern);

/** Behind what the entry loads `.env` by as it is loaded itself; 0 where nothing does; undefined: not sure. */
function loadedIn(project: Project, entry: string, text: string): number | undefined {
  const loads = /\b(?:load_dotenv|read_env|dotenv_values)\s*\(/;
  const code = project.theirs.list().filter((path) => path.endsWith('.py') && path !== entry);
  if (code.some((path) => loads.test(project.theirs.read(path) ?? ''))) return undefined;
  if (!loads.test(text)) return dotenvOf(project) === undefined ? 0 : undefined;
  const all = [...text.matchAll(/\b(?:load_dotenv|read_env|dotenv_values)\s*\(/g)];
  const [, ...more] = all;
  const at = startOf(text, /^(?:dotenv\.)?load_dotenv\(/m);
  return at < 0 || more.length > 0 ? undefined : at;
}

/** Readings that run as the module loads, come what may: of its own statements, and of its classes'. */
function readsIn(text: string): readonly Read[] {
  const lines = text.split('\n');
  let start = 0;
  return lines.flatMap((line, index) => {
    const here = start;
    start += line.length + 1;
    const [, name] = /\benviron\[["'](\w+)["']\](?!\s*=[^=])/.exec(line) ?? [];
    if (name === undefined || /\b(?:if|or|and|lambda|for)\b|^\s*(?:#|del\b)/.test(line)) return [];
    if (!runsAtOnce(lines, index) && !isDefault(line)) return [];
    return [{ name, start: here, holder: /^(\w+)\s*(?::[^=]+)?=/.exec(line)?.[1] }];
  });
}

/** A default of a function at the module's top is read as that is made. */
const isDefault = (line: string): boolean =>
  /^(?:async )?def \w+\((?:[^()]*,)?\s*\w+(?:\s*:[^=,]+)?\s*=\s*(?:os\.)?environ\[/.test(line);

const indentOf = (line = ''): number => /^\s*/.exec(line)?.[0].length ?? 0;

/** Whether a line is part of an assignment of the module's, or of a class at its top. */
function runsAtOnce(lines: readonly string[], index: number): boolean {
  const isAssignment = (line: string): boolean => /^\s*[\w.[\]"']+\s*(?::[^=]+)?=(?!=)/.test(line);
  const line = lines[index] ?? '';
  const above = lines
    .slice(0, index)
    .findLast((each) => each.trim() !== '' && indentOf(each) < indentOf(line));
  if (indentOf(line) === 0) return isAssignment(line);
  if (above === undefined || indentOf(above) > 0) return false;
  if (/^(?:async )?def \w+\($/.test(above.trimEnd())) return true;
  return isAssignment(line) ? /^class\s/.test(above) : isAssignment(above);
}
