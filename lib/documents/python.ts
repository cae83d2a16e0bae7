import { checked, insertBeside, isThere } from './python/add.ts';
import { isPresent } from './python/bindings.ts';
import { type Found, findIn, type Query } from './python/find.ts';
import { insertImport, isImport } from './python/imports.ts';
import { holds, insertInto, listOf, type Spot } from './python/list.ts';
import { marked } from './python/mark.ts';
import { type Module, parse as parseBody } from './python/tree.ts';
import { textOf } from './python/words.ts';
import { withoutBom } from './text.ts';

export type { Found, Query } from './python/find.ts';
export type { Spot } from './python/list.ts';
export { load, type Module } from './python/tree.ts';

/** The syntax of a Python file, offsets behind its byte order mark. Throws DocumentError. */
export function parse(text: string): Module {
  return parseBody(withoutBom(text));
}

/** All that a query finds, in the order of the text. Throws DocumentError. */
export function findAll(text: string, { query }: { query: Query }): Found[] {
  return findIn(parse(text), query);
}

/** What a query finds, undefined where it finds nothing or several. Throws DocumentError. */
export function find(text: string, { query }: { query: Query }): Found | undefined {
  const found = findAll(text, { query });
  return found.length === 1 ? found[0] : undefined;
}

/** The items of the one list that the module assigns to a name, as code; undefined if not sure. */
export function items(text: string, { name }: { name: string }): string[] | undefined {
  const module = parse(text);
  return listOf(module, name)?.children.map((one) => textOf(module, one));
}

/** An import that is to be added. */
export interface Import {
  /** `import …` or `from … import …`. */
  statement: string;
  /** The modules of all imports that go before all others, in their order; the same list in each call. */
  first?: readonly string[];
  /** The project's own packages, a group of their own among imports; the same list in each call. */
  own?: readonly string[];
}

/**
 * Adds an import unless its names are there: among the first imports, into the sorted ones at their
 * end. Undefined where that is not sure: a name is taken, or no line is its own. Throws DocumentError.
 */
export function addImport(
  text: string,
  { statement, first = [], own = [] }: Import,
): string | undefined {
  return edited(text, (module) => {
    const wanted = parseBody(statement);
    if (!isImport(wanted)) return undefined;
    const present = isPresent(module, wanted);
    if (present !== false) return present ? module.text : undefined;
    return checked(module, insertImport(module, wanted, statement, { first, own }), statement);
  });
}

/** Code that is to be added beside a statement. */
export interface Line {
  place: Query;
  /** Statements, in double quotes with four spaces; the file's own habits are followed. */
  line: string;
  /** All code that goes beside this place, in its order; the same list in each call. */
  among?: readonly string[];
}

/**
 * Adds code after the statement of what the place finds, unless it is in the file. Undefined where
 * that is not sure: nothing or several are found, or no line is its own. Throws DocumentError.
 */
export function addAfter(text: string, how: Line): string | undefined {
  return addBeside(text, how, 'after');
}

/** Adds code before the statement of what the place finds, as `addAfter` does after it. */
export function addBefore(text: string, how: Line): string | undefined {
  return addBeside(text, how, 'before');
}

/**
 * Adds an item (code) to the list that the module assigns to a name, unless the file adds it. Undefined
 * where that is not sure: several assignments, a sum, or no such neighbour. Throws DocumentError.
 */
export function addToList(
  text: string,
  { name, item, ...spot }: Spot & { name: string; item: string },
): string | undefined {
  return edited(text, (module) => {
    if (holds(module, name, item)) return module.text;
    const list = listOf(module, name);
    const after = list && insertInto(module, list, item, spot);
    const result = checked(module, after, '');
    const items = result === undefined ? undefined : listOf(parseBody(result), name);
    return items?.children.length === (list?.children.length ?? 0) + 1 ? result : undefined;
  });
}

/** Puts a comment behind each statement of the module itself. Throws DocumentError. */
export function mark(text: string, { comment }: { comment: string }): string {
  return edited(text, (module) => marked(module, comment)) ?? text;
}

function addBeside(text: string, { place, line, among = [] }: Line, side: 'after' | 'before') {
  return edited(text, (module) => {
    if (isThere(module, line)) return module.text;
    return checked(module, insertBeside(module, { side, place, line, among }), line);
  });
}

function edited(text: string, edit: (module: Module) => string | undefined): string | undefined {
  const body = withoutBom(text);
  const result = edit(parseBody(body));
  return result === undefined ? undefined : text.slice(0, text.length - body.length) + result;
}
