import { placeInRun } from '../run.ts';
import { insertAfter, insertBefore, isParted } from '../statements.ts';
import { eolOf } from '../text.ts';
import { sourcesOf } from './bindings.ts';
import { standardModules } from './standard.ts';
import { isDocstring, type Module, type Node } from './tree.ts';

/** How an import is placed. */
export interface Placing {
  /** The modules of all imports that go before all others, in their order. */
  first: readonly string[];
  /** The project's own packages. */
  own: readonly string[];
}

/** Inserts an import among the first imports; undefined where there is no line for it. */
export function insertImport(module: Module, wanted: Module, line: string, how: Placing) {
  const [statement] = wanted.statements;
  const imports = importsIn(module);
  if (!statement || imports.length === 0) return insertOnTop(module, line);
  const groups = imports.map((one) => groupOf(module, one, how));
  const group = groupOf(wanted, statement, how);
  const ranks = imports.map((one) => rankOf(module, one, how));
  const index = indexAmong(ranks, groups, rankOf(wanted, statement, how));
  const [last, next] = [imports[index - 1], imports[index]];
  const blank = isGrouped(module.text, imports, groups) ? eolOf(module.text) : '';
  if (next && groups[index] === group && groups[index - 1] !== group) {
    return insertBefore(module, next, line);
  }
  if (last) return insertAfter(module, last, (groups[index - 1] === group ? '' : blank) + line);
  return next && insertBefore(module, next, line + blank);
}

/** Is it one import statement of a module's names? */
export function isImport({ statements }: Module): boolean {
  return statements.length === 1 && /^import/.test(statements[0]?.type ?? '');
}

function importsIn({ statements }: Module): Node[] {
  const isOne = ({ type }: Node) => /^(?:import|future_import)/.test(type);
  const start = statements.findIndex(isOne);
  if (start < 0) return [];
  const end = statements.findIndex((one, at) => at > start && !isOne(one));
  return statements.slice(start, end < 0 ? undefined : end);
}

/** Index in the last imports of its group, sorted; without such, behind those of the groups before. */
function indexAmong(ranks: readonly string[], groups: readonly string[], own: string): number {
  const [group = ''] = own.split(' ');
  const end = groups.lastIndexOf(group) + 1;
  if (end === 0) return placeInRun(group, groups);
  const start = groups.findLastIndex((one, at) => at < end && one !== group) + 1;
  return start + placeInRun(own, ranks.slice(start, end));
}

/** Do blank lines part the groups of imports, or is there but one group? */
function isGrouped(text: string, imports: readonly Node[], groups: readonly string[]): boolean {
  return imports.every((one, at) => {
    const last = imports[at - 1];
    return !last || groups[at - 1] === groups[at] || isParted(text, last, one);
  });
}

/** Before the first statement that is no docstring, parted as style guides have it. */
function insertOnTop(module: Module, line: string): string | undefined {
  const { text, statements } = module;
  const eol = eolOf(text);
  const docstring = statements[0] && isDocstring(statements[0]) ? statements[0] : undefined;
  const next = statements[docstring ? 1 : 0];
  const parting = next && /definition$/.test(next.type) ? eol + eol : eol;
  if (docstring) {
    const behind = next && !isParted(text, docstring, next) ? parting : '';
    return insertAfter(module, docstring, eol + line + behind);
  }
  if (next) return insertBefore(module, next, line + parting);
  if (text.trim() === '') return line + eol + text;
  const end = text.trimEnd().length;
  return text.slice(0, end) + eol + eol + line + text.slice(end);
}

/** What an import is sorted by: its group, `import` before `from`, its module. */
function rankOf(module: Module, statement: Node, how: Placing): string {
  const source = sourcesOf(module, statement)[0] ?? '';
  const group = groupOf(module, statement, how);
  if (group === '1') return `1 ${String(how.first.indexOf(source)).padStart(3, '0')}`;
  const verb = statement.type === 'import_statement' ? 0 : 1;
  return [group, verb, source.toLowerCase()].join(' ');
}

/** `__future__`, what goes first, Python's own modules, packages, the project's own, relative ones. */
function groupOf(module: Module, statement: Node, { first, own }: Placing): string {
  if (statement.type === 'future_import_statement') return '0';
  const [source = ''] = sourcesOf(module, statement);
  if (first.includes(source)) return '1';
  const [top = ''] = source.split('.');
  if (source.startsWith('.')) return '2.3';
  if (own.includes(top)) return '2.2';
  return standardModules.has(top) ? '2.0' : '2.1';
}
