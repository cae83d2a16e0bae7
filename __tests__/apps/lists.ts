/** An item of a list in source text, without what separates it from the next. */
interface Item {
  readonly start: number;
  readonly end: number;
}

/** What stands between two brackets. */
interface Group {
  readonly bracket: string;
  readonly open: number;
  close: number;
  readonly items: Item[];
}

/** What of a language's text matters to its lists. */
export interface Syntax {
  /** Text in which brackets and separators mean nothing; a string still names what it names. */
  readonly inert: RegExp;
  readonly comment: RegExp;
  /** An import, with the end of its line. */
  readonly statement: RegExp;
  /** What holds a list, likeliest first. */
  readonly brackets: readonly string[];
}

/** JavaScript, and TypeScript. */
export const javascript: Syntax = {
  inert: /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/g,
  comment: /\/\*[\s\S]*?\*\//g,
  statement: /^import\b[^;]*;\n/gm,
  brackets: ['[', '{'],
};

/** Python. */
export const python: Syntax = {
  inert: /"""[\s\S]*?"""|#.*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g,
  comment: /"""[\s\S]*?"""|#.*/g,
  statement: /^(?:from|import)\b(?:[^(\n]*|[^(\n]*\([^)]*\).*)\n/gm,
  brackets: ['[', '('],
};

/** What of a list is meant: what names it, and how the text is written. */
interface Meant {
  readonly names: RegExp;
  readonly syntax: Syntax;
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** The groups of a text, the inner ones before those around them. */
function groupsOf(text: string, { inert }: Syntax): Group[] {
  const code = text.replace(inert, blank);
  const open: (Group & { from: number })[] = [];
  const groups: Group[] = [];
  const end = (group: Group & { from: number }, at: number) => {
    const item = text.slice(group.from, at);
    const start = group.from + item.search(/\S|$/);
    if (item.trim() !== '') group.items.push({ start, end: start + item.trim().length });
    group.from = at + 1;
  };
  for (const { 0: sign, index } of code.matchAll(/[[\](){},;]/g)) {
    const inner = open.at(-1);
    if ('[({'.includes(sign))
      open.push({ bracket: sign, open: index, close: -1, items: [], from: index + 1 });
    else if (inner) end(inner, index);
    if (inner && '])}'.includes(sign)) {
      inner.close = index;
      groups.push(inner);
      open.pop();
    }
  }
  return groups;
}

/** The items that `names` finds: of the nearest array around it, else of the next kind of list. */
function itemsNaming(text: string, { names, syntax }: Meant): Item[] {
  const body = text.replace(syntax.statement, blank).replace(syntax.comment, blank);
  const groups = groupsOf(text, syntax);
  const found = [...body.matchAll(names)].flatMap(({ index }) => {
    const around = groups.filter(({ open, close }) => open < index && index < close);
    const kinds = syntax.brackets.map((sign) => around.filter(({ bracket }) => bracket === sign));
    const [list] = kinds.flat();
    return list?.items.filter(({ start, end }) => start <= index && index < end) ?? [];
  });
  return found.filter(({ start }, at) => found.findIndex((other) => other.start === start) === at);
}

/** Changes the items and imports of a list that `names` finds; later ones first. */
function changeItems(
  text: string,
  meant: Meant,
  change: (before: string, found: string, after: string) => string,
): string {
  const items = itemsNaming(text, meant).sort((a, b) => b.start - a.start);
  const changed = items.reduce(
    (done, { start, end }) => change(done.slice(0, start), done.slice(start, end), done.slice(end)),
    text,
  );
  return changed.replace(meant.syntax.statement, (line) =>
    line.search(meant.names) < 0 ? line : change('', line, ''),
  );
}

/** Adds to a list, beside each import and item that `names` finds, what `rename` makes of it. */
export const addItems = (text: string, meant: Meant, rename: (text: string) => string): string =>
  changeItems(text, meant, (before, found, after) => {
    if (found.endsWith('\n')) return `${before}${found}${rename(found)}${after}`;
    const [, separator = ','] = /^\s*([,;])/.exec(after) ?? [];
    return `${before}${found}${separator} ${rename(found)}${after}`;
  });

/** Takes the imports and items out of a list that `names` finds. */
export const dropItems = (text: string, meant: Meant): string =>
  changeItems(text, meant, (before, _found, after) => before + after.replace(/^\s*[,;]/, ''));
