import type { Fixer, Spot } from './spot.ts';

const isTyped = (path: string): boolean => /\.[cm]?tsx?$/.test(path);
/** A variable that is read directly before its fallback. */
const fallback = /process\.env(?:\.(\w+)|\[['"](\w+)['"]\])\s*(?:\|\||\?\?)\s*$/;

/** JavaScript and TypeScript. */
export const node: Fixer = {
  handles: /\.[cm]?[jt]sx?$/,
  spots: async (path, text, project) => {
    const { values, free, found } = await literalsOf(path, text);
    const { unreadAt } = await import('./node/unread.ts');
    const unread = await unreadAt(project);
    return found.map(({ line, name, start, end }): Spot => {
      const before = fallback.exec(text.slice(0, start));
      const variable = before?.[1] ?? before?.[2];
      const value = values.get(start) ?? '';
      const reading = readingIn(path);
      const unsure = free.has(start)
        ? unread({ path, start })
        : 'no reading of a variable can stand in its place';
      const spot = { line, name, value, start, end, reading, ...(unsure && { unsure }) };
      return before && variable ? { ...spot, start: before.index, variable } : spot;
    });
  },
};

/** The secrets of a file, the values of its literals, and which of them another expression can replace. */
async function literalsOf(path: string, text: string) {
  const { loadParser, literal } = await import('../project/node/code/syntax.ts');
  const { walk } = await import('../project/node/code/walk.ts');
  const { hardcodedIn } = await import('../project/node/secrets.ts');
  const { isFree } = await import('./node/position.ts');
  const source = (await loadParser())(path, text);
  const values = new Map<number, string>();
  const free = new Set<number>();
  walk(source.program, (each, around) => {
    if (each.type !== 'Literal' && each.type !== 'TemplateLiteral') return;
    const value = literal(each);
    if (typeof value !== 'string') return;
    values.set(each.start, value);
    if (isFree(each, around(), text)) free.add(each.start);
  });
  return { values, free, found: hardcodedIn(source) };
}

const readingIn =
  (path: string) =>
  (name: string): string =>
    isTyped(path) ? `(process.env.${name} as string)` : `process.env.${name}`;
