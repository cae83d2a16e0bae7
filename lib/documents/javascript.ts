import { checked, insertBeside, insertImport, isThere } from './javascript/add.ts';
import { type Found, findIn, type Query } from './javascript/find.ts';
import { isPresent, printed, wantedOf } from './javascript/imports.ts';
import { styled, styleOf, wholeStyleOf } from './javascript/style.ts';
import { parse } from './javascript/tree.ts';
import { firstOnLine, indentAt, withoutBom } from './text.ts';

export type { Found, Query } from './javascript/find.ts';
export { type Module, parse } from './javascript/tree.ts';

interface Where {
  /** The file's path; its ending tells the language. */
  path: string;
}

/** All calls that a query finds, in the order of the text. Throws DocumentError. */
export function findAll(text: string, { path, query }: Where & { query: Query }): Found[] {
  return findIn(parse(path, withoutBom(text)), query);
}

/** The call that a query finds, undefined where it finds none or several. Throws DocumentError. */
export function find(text: string, { path, query }: Where & { query: Query }): Found | undefined {
  const found = findAll(text, { path, query });
  return found.length === 1 ? found[0] : undefined;
}

/** An import that is to be added. */
export interface Import extends Where {
  /** `import … from '…';`, in single quotes with a semicolon; CommonJS gets it as `require`. */
  statement: string;
  /** How the package takes in modules, for a file that doesn't tell. */
  module?: 'esm' | 'cjs';
  /** The sources of all imports that go before all others, in their order; the same list in each call. */
  first?: readonly string[];
}

/**
 * Adds an import unless it is there: among the first imports, by source into the sorted ones at their
 * end. Undefined where that is not sure: a name is taken, or the file doesn't tell how it takes in
 * modules. Throws DocumentError.
 */
export function addImport(text: string, { path, statement, module: kind, first = [] }: Import) {
  return edited(text, (body) => {
    const module = parse(path, body);
    const wanted = wantedOf(statement, parse('statement.ts', statement));
    const writing = module.kind ?? kind;
    if (!wanted || !writing) return undefined;
    const present = isPresent(wanted, module);
    if (present !== false) return present ? body : undefined;
    const code = printed(wanted, writing);
    const lines = styled(code, styleOf(module), '', body);
    return checked(module, path, insertImport(module, wanted.source, lines, first), code);
  });
}

/** Code that is to be added beside a call. */
export interface Line extends Where {
  place: Query;
  /** Statements, in single quotes with semicolons and two spaces; the file's own habits are followed. */
  line: string;
  /** All code that goes beside this place, in its order; the same list in each call. */
  among?: readonly string[];
}

/**
 * Adds code after the statement of the one call that the place finds, unless it is in the file.
 * Undefined where that is not sure: no such call or several, or no line of its own for the code.
 * Throws DocumentError.
 */
export function addAfter(text: string, how: Line): string | undefined {
  return addBeside(text, how, 'after');
}

/** Adds code before the statement of the one call that the place finds, as `addAfter` does after it. */
export function addBefore(text: string, how: Line): string | undefined {
  return addBeside(text, how, 'before');
}

function addBeside(
  text: string,
  { path, place, line, among = [] }: Line,
  side: 'after' | 'before',
) {
  return edited(text, (body) => {
    const module = parse(path, body);
    if (isThere(module, line)) return body;
    return checked(module, path, insertBeside(module, { side, place, line, among }), line);
  });
}

function edited(text: string, edit: (body: string) => string | undefined): string | undefined {
  const body = withoutBom(text);
  const result = edit(body);
  return result === undefined ? undefined : text.slice(0, text.length - body.length) + result;
}

/** A whole file's code, written as `addAfter` takes it, in the habits of another file. */
export function written(code: string, { path, like }: Where & { like: string }): string {
  const module = parse(path, withoutBom(like));
  const indented = module.nodes
    .map(({ node }) => /^( {4,}|\t)/.exec(indentAt(module.text, node.start))?.[1])
    .find((indent) => indent !== undefined);
  const isWide =
    indented !== '\t' && !module.nodes.some(({ node }) => isIndentedBy(module.text, node.start, 2));
  const style = wholeStyleOf(module);
  const unit = indented && isWide ? '    ' : style.unit;
  return styled(code, { ...style, unit }, '', module.text);
}

const isIndentedBy = (text: string, at: number, spaces: number): boolean =>
  firstOnLine(text, at) && indentAt(text, at).length === spaces;
