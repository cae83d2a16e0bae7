import { insertAfter, insertBefore, nearest } from '../statements.ts';
import { firstOnLine, indentAt } from '../text.ts';
import { findIn, type Query } from './find.ts';
import { essence, styled, styleOf } from './style.ts';
import { isDocstring, listed, type Module, parse } from './tree.ts';
import { textOf } from './words.ts';

/** What goes beside a statement: the code, and all code that may go there, in its order. */
export interface Beside {
  side: 'after' | 'before';
  place: Query;
  line: string;
  among: readonly string[];
}

/** Inserts code beside what the place finds, once; undefined where it is not sure. */
export function insertBeside(module: Module, { side, place, line, among }: Beside) {
  const [found, ...others] = findIn(module, place);
  if (!found?.place || others.length > 0) return undefined;
  const { list, statement } = found.place;
  const present = list.map((one) => essence(textOf(module, one)));
  const [own = ''] = essences(line);
  const order = among.flatMap(essences);
  const index = nearest(present, list.indexOf(statement), side, own, order);
  const next = list[index + 1];
  // A string behind a variable documents it.
  const spot = side === 'after' && next && isDocstring(next) ? next : list[index];
  if (!spot || !firstOnLine(module.text, spot.start)) return undefined;
  const lines = styled(line, styleOf(module), indentAt(module.text, spot.start), module.text);
  return side === 'after' ? insertAfter(module, spot, lines) : insertBefore(module, spot, lines);
}

/** Does every statement of the code stand in the file? */
export function isThere(module: Module, code: string): boolean {
  const present = new Set(listed(module).map((one) => essence(textOf(module, one))));
  return essences(code).every((one) => present.has(one));
}

/** The edited text, if it has the old statements and those of the code. */
export function checked(module: Module, after: string | undefined, code: string) {
  if (after === undefined) return undefined;
  const expected = listed(module).length + (code === '' ? 0 : listed(parse(code)).length);
  return listed(parse(after)).length === expected ? after : undefined;
}

function essences(code: string): string[] {
  const module = parse(code);
  return module.statements.map((one) => essence(textOf(module, one)));
}
