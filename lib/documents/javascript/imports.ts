import type { Statement } from 'oxc-parser';
import { boundBy, declaredBy, sourceOf } from './bindings.ts';
import type { Module } from './tree.ts';
import { plain } from './words.ts';

/** An import statement that is to be added, as it was asked for. */
export interface Wanted {
  source: string;
  /** What is imported (`default`, `*` or a name) by the name that it gets. */
  names: ReadonlyMap<string, string>;
  statement: string;
}

/** The statements that take in modules, the first of them and those directly after it. */
export function importsIn({ statements }: Module): { statement: Statement; source: string }[] {
  const sources = statements.map(sourceOf);
  const first = sources.findIndex((source) => source !== undefined);
  if (first < 0) return [];
  const end = sources.findIndex((source, at) => at > first && source === undefined);
  return statements
    .slice(first, end < 0 ? undefined : end)
    .map((statement, at) => ({ statement, source: sources[first + at] ?? '' }));
}

/** The first statement of a file that is no directive. */
export function firstStatement({ statements }: Module): Statement | undefined {
  return statements.find((one) => one.type !== 'ExpressionStatement' || !one.directive);
}

/** Reads a statement `import … from '…'`. */
export function wantedOf(statement: string, { statements }: Module): Wanted | undefined {
  const [only, ...others] = statements;
  if (only?.type !== 'ImportDeclaration' || others.length > 0) return undefined;
  return { source: only.source.value, names: boundBy(only), statement };
}

/** The import as a file writes it: for CommonJS, with `require`. */
export function printed({ source, names, statement }: Wanted, kind: 'esm' | 'cjs'): string {
  if (kind === 'esm') return statement;
  const call = `require('${source}')`;
  const whole = [...names].filter(([, name]) => name === 'default' || name === '*');
  const parts = [...names].filter(([, name]) => name !== 'default' && name !== '*');
  const inner = parts.map(([local, name]) => (local === name ? name : `${name}: ${local}`));
  const lines = [
    ...whole.map(([local]) => `const ${local} = ${call};`),
    ...(inner.length > 0 ? [`const { ${inner.join(', ')} } = ${call};`] : []),
  ];
  return lines.length > 0 ? lines.join('\n') : `${call};`;
}

/** Is all of it imported? False if not, undefined where one of its names is another thing's. */
export function isPresent({ source, names }: Wanted, { statements }: Module): boolean | undefined {
  const same = statements.filter((one) => plain(sourceOf(one) ?? '') === plain(source));
  if (names.size === 0) return same.length > 0;
  const bound = new Map(same.flatMap((one) => [...boundBy(one)]));
  const isBound = ([local, name]: [string, string]) =>
    bound.get(local) === name || (bound.get(local) === 'require' && /^(?:default|\*)$/.test(name));
  if ([...names].every(isBound)) return true;
  const taken = new Set(statements.flatMap(declaredBy));
  return [...names.keys()].some((local) => taken.has(local)) ? undefined : false;
}

/** What an import is sorted by: Node's own, then packages, then files from afar, then near ones. */
export function rankOf(source: string): string {
  const group = [/^node:/, /^[^.]/, /^\.\./].findIndex((start) => start.test(source));
  return `${group < 0 ? 3 : group} ${source}`;
}
