import type { Module, Node } from '../../documents/python/tree.ts';
import { boundBy, textOf } from '../../documents/python/words.ts';
import { addImport, load, parse } from '../../documents/python.ts';
import { insertAfter, isParted } from '../../documents/statements.ts';
import { eolOf, withoutBom } from '../../documents/text.ts';
import type { Need, Spot } from '../spot.ts';

const imports: Readonly<Record<Need, { readonly statement: string; readonly meant: string }>> = {
  os: { statement: 'import os', meant: 'os' },
  dotenv: { statement: 'from dotenv import load_dotenv', meant: 'dotenv.load_dotenv' },
};

/** The text with what its readings need above the first of them; undefined where there is no sure place. */
export async function completed(text: string, fixed: readonly Spot[]): Promise<string | undefined> {
  await load();
  const needs = new Set(fixed.flatMap((spot) => spot.needs ?? []));
  const first = Math.min(...fixed.map(({ start }) => start), text.length);
  let now = text;
  for (const need of needs) {
    const next = addImport(now, { statement: imports[need].statement });
    if (next === undefined) return undefined;
    now = next;
  }
  const rest = text.slice(first);
  if (!now.endsWith(rest)) return undefined;
  const bound = namesAbove(now, now.length - rest.length);
  if (![...needs].every((need) => bound.has(imports[need].meant))) return undefined;
  return needs.has('dotenv') ? loading(now, now.length - rest.length) : now;
}

/** What the module's own imports above an offset stand for. */
function namesAbove(text: string, offset: number): ReadonlySet<string> {
  const module = parse(text);
  const shift = text.length - withoutBom(text).length;
  const above = module.statements.filter(({ end }) => end + shift <= offset);
  return new Set(above.flatMap((one) => boundBy(module, one).map(({ meant }) => meant)));
}

/** Loads `.env` after the imports that a file begins with, as far as they stand above an offset. */
function loading(text: string, offset: number): string | undefined {
  const module = parse(text);
  const bom = text.slice(0, text.length - withoutBom(text).length);
  const { statements } = module;
  const end = statements.findIndex((one) => one.end + bom.length > offset || !isHead(module, one));
  const head = end < 0 ? statements : statements.slice(0, end);
  const index = head.findLastIndex((one) => hasImport(one));
  const [last, next] = [head[index], statements[index + 1]];
  if (!last) return undefined;
  const eol = eolOf(text);
  const behind = next && !isParted(module.text, last, next) ? eol : '';
  const after = insertAfter(module, last, `${eol}load_dotenv()${behind}`);
  return after === undefined ? undefined : bom + after;
}

/** What may stand among the imports that a file begins with, as linters see it. */
const isHead = (module: Module, node: Node): boolean =>
  /^(?:future_)?import|^(?:if|try|with)_statement$/.test(node.type) ||
  /^(?:[rRuU]?["']|__\w+__\s*=|sys\.path\b|os\.environ\b)/.test(textOf(module, node));

const hasImport = ({ type, children }: Node): boolean =>
  /^import/.test(type) || children.some(hasImport);
