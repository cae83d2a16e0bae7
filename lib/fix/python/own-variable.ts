import { child, type Node, type Visited } from '../../documents/python/tree.ts';
import { textOf } from '../../documents/python/words.ts';
import type { Source } from './folders.ts';
import type { Place } from './place.ts';

/** A line that sets a variable of the environment to a literal: it goes, as `.env` sets it. */
export interface OwnVariable {
  readonly variable: string;
  /** Absent: the line can't go alone. */
  readonly place?: Place;
}

/** `os.environ["X"] = "secret"` around a literal; undefined where it is none. `read`: the variables that the code reads. */
export function ownVariable(
  source: Source,
  { node, above }: Visited,
  read: readonly string[],
): OwnVariable | undefined {
  const parent = above.at(-1);
  const found = parent?.type === 'assignment' && node.field === 'right' && setIn(source, parent);
  if (!found) return undefined;
  const { variable, root } = found;
  const [module, statement, ...rest] = above;
  const isAlone =
    module?.type === 'module' && statement && rest.at(-1) === parent && rest.length === 1;
  const line = isAlone ? lineOf(source, statement) : undefined;
  if (!line || !isUsed(source, root) || !read.includes(variable)) return { variable };
  return { variable, place: { ...line, instead: 'nothing', root, by: 'environment' } };
}

/** The variable that an assignment sets, and the first name of what it sets it in. */
function setIn({ module, origins }: Source, assignment: Node) {
  const left = child(assignment, 'left');
  const [, written = '', variable] =
    /^([\w.]+)\[\s*["'](\w+)["']\s*\]$/.exec(left ? textOf(module, left) : '') ?? [];
  const [root = ''] = written.split('.');
  const meant = `${origins.get(root) ?? root}${written.slice(root.length)}`;
  return variable && meant === 'os.environ' ? { variable, root } : undefined;
}

/** The whole line of a statement, with one of two blank lines around it; undefined where more stands there. */
function lineOf({ module: { text } }: Source, { start, end }: Node) {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const [rest = ''] = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end)) ?? [];
  const to = end + rest.length;
  if (from !== start || (rest === '' && to < text.length)) return undefined;
  const isParted = /(?:^|\n\r?\n)$/.test(text.slice(0, from));
  const [blank = ''] = (isParted && /^[ \t]*\r?\n/.exec(text.slice(to))) || [];
  return { start: from, end: to + blank.length };
}

/** Whether a name is used beside such lines: an import that nothing needs would be left. */
const isUsed = (source: Source, root: string): boolean =>
  source.module.nodes.some(
    ({ node, above }) =>
      node.type === 'identifier' &&
      textOf(source.module, node) === root &&
      !above.some(({ type }) => /^import/.test(type)) &&
      !above.some(
        (one) =>
          one.type === 'assignment' &&
          setIn(source, one)?.root === root &&
          child(one, 'right')?.type === 'string',
      ),
  );
