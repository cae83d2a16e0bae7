import { placeInRun } from '../run.ts';
import { insertAfter, insertBefore, isParted, nearest } from '../statements.ts';
import { eolOf, firstOnLine, indentAt } from '../text.ts';
import { type Found, findIn, type Query } from './find.ts';
import { firstStatement, importsIn, rankOf } from './imports.ts';
import { essence, styled, styleOf } from './style.ts';
import { type Module, parse } from './tree.ts';

/** What goes beside a call: the code, and all code that may go there, in its order. */
export interface Beside {
  side: 'after' | 'before';
  place: Query;
  line: string;
  among: readonly string[];
}

/** Inserts an import line among the first imports; undefined where there is no line for it. */
export function insertImport(
  module: Module,
  source: string,
  lines: string,
  first: readonly string[],
): string | undefined {
  const { text } = module;
  const imports = importsIn(module);
  const index = indexAmong(
    imports.map((one) => one.source),
    source,
    first,
  );
  const [last, next] = [imports[index - 1]?.statement, imports[index]?.statement];
  const isApart = last && next && isParted(text, last, next);
  if (next && !isApart) return insertBefore(module, next, lines);
  return last ? insertAfter(module, last, lines) : insertOnTop(module, lines);
}

/** Inserts code beside the one call that is found; undefined where it is not sure. */
export function insertBeside(module: Module, { side, place, line, among }: Beside) {
  const all = findIn(module, place);
  const spot = all.length === 1 ? spotOf(module, all[0], side, essences(line), among) : undefined;
  if (!spot || !firstOnLine(module.text, spot.start)) return undefined;
  const indent = indentAt(module.text, spot.start);
  const lines = styled(line, styleOf(module), indent, module.text);
  return side === 'after' ? insertAfter(module, spot, lines) : insertBefore(module, spot, lines);
}

/** Does every statement of the code stand in the file? */
export function isThere(module: Module, code: string): boolean {
  const present = new Set(
    listed(module).map(({ start, end }) => essence(module.text.slice(start, end))),
  );
  return essences(code).every((one) => present.has(one));
}

/** The edited text, if it has the old statements and those of the code, none run into another. */
export function checked(module: Module, path: string, after: string | undefined, code: string) {
  if (after === undefined) return undefined;
  const added = listed(parse('code.ts', code)).length;
  return listed(parse(path, after)).length === listed(module).length + added ? after : undefined;
}

function indexAmong(sources: readonly string[], own: string, first: readonly string[]): number {
  const rank = first.indexOf(own);
  const earlier = rank < 0 ? first : first.slice(0, rank);
  const start = sources.findIndex((source) => !earlier.includes(source));
  const lead = start < 0 ? sources.length : start;
  return rank < 0 ? lead + placeInRun(rankOf(own), sources.slice(lead).map(rankOf)) : lead;
}

function insertOnTop(module: Module, lines: string): string | undefined {
  const { text } = module;
  const eol = eolOf(text);
  const next = firstStatement(module);
  if (next) return insertBefore(module, next, lines + eol);
  if (text.trim() === '') return lines + eol + text;
  const end = text.trimEnd().length;
  return text.slice(0, end) + eol + eol + lines + text.slice(end);
}

/** The statement that the code goes directly after or before, past what is among its like. */
function spotOf(
  { text }: Module,
  found: Found | undefined,
  side: 'after' | 'before',
  [own = '']: readonly string[],
  among: readonly string[],
) {
  if (!found?.place) return undefined;
  const { list, statement } = found.place;
  const present = list.map(({ start, end }) => essence(text.slice(start, end)));
  const from = list.indexOf(statement);
  return list[nearest(present, from, side, own, among.flatMap(essences))];
}

/** The statements that stand in lists, at any depth. */
function listed({ nodes }: Module) {
  const lists = ['Program', 'BlockStatement', 'StaticBlock'];
  return nodes
    .filter(({ above }) => lists.includes(above.at(-1)?.type ?? ''))
    .map(({ node }) => node);
}

function essences(code: string): string[] {
  const { statements } = parse('code.ts', code);
  return statements.map(({ start, end }) => essence(code.slice(start, end)));
}
