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

/** Text in which brackets and separators mean nothing; a string still names what it names. */
const inert = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/g;
const statement = /^import\b[^;]*;\n/gm;
const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** The groups of a text, the inner ones before those around them. */
function groupsOf(text: string): Group[] {
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

/** The items that `names` finds: of the nearest array around it, else of the nearest braces. */
function itemsNaming(text: string, names: RegExp): Item[] {
  const body = text.replace(statement, blank).replace(/\/\*[\s\S]*?\*\//g, blank);
  const groups = groupsOf(text);
  const found = [...body.matchAll(names)].flatMap(({ index }) => {
    const around = groups.filter(({ open, close }) => open < index && index < close);
    const list = ['[', '{'].flatMap((sign) => around.filter(({ bracket }) => bracket === sign))[0];
    return list?.items.filter(({ start, end }) => start <= index && index < end) ?? [];
  });
  return found.filter(({ start }, at) => found.findIndex((other) => other.start === start) === at);
}

/** Changes the items and imports of a list that `names` finds; later ones first. */
function changeItems(
  text: string,
  names: RegExp,
  change: (before: string, found: string, after: string) => string,
): string {
  const items = itemsNaming(text, names).sort((a, b) => b.start - a.start);
  const changed = items.reduce(
    (done, { start, end }) => change(done.slice(0, start), done.slice(start, end), done.slice(end)),
    text,
  );
  return changed.replace(statement, (line) =>
    line.search(names) < 0 ? line : change('', line, ''),
  );
}

/** Adds to a list, beside each import and item that `names` finds, what `rename` makes of it. */
export const addItems = (text: string, names: RegExp, rename: (text: string) => string): string =>
  changeItems(text, names, (before, found, after) => {
    const [, separator = found.endsWith(';\n') ? '' : ','] = /^\s*([,;])/.exec(after) ?? [];
    return `${before}${found}${separator} ${rename(found)}${after}`.replace(/^ import/gm, 'import');
  });

/** Takes the imports and items out of a list that `names` finds. */
export const dropItems = (text: string, names: RegExp): string =>
  changeItems(text, names, (before, _found, after) => before + after.replace(/^\s*[,;]/, ''));
