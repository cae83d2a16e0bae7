import type { Fixer, Spot } from './spot.ts';

const isTyped = (path: string): boolean => /\.[cm]?tsx?$/.test(path);
/** A variable that is read directly before its fallback. */
const fallback = /process\.env(?:\.(\w+)|\[['"](\w+)['"]\])\s*(?:\|\||\?\?)\s*$/;

/** JavaScript and TypeScript. */
export const node: Fixer = {
  handles: /\.[cm]?[jt]sx?$/,
  reading: (path, name) =>
    isTyped(path) ? `(process.env.${name} as string)` : `process.env.${name}`,
  spots: async (path, text) => {
    const { loadParser, literal } = await import('../project/node/code/syntax.ts');
    const { walk } = await import('../project/node/code/walk.ts');
    const { hardcodedIn } = await import('../project/node/secrets.ts');
    const source = (await loadParser())(path, text);
    const values = new Map<number, string>();
    walk(source.program, (each) => {
      const value = literal(each);
      if (typeof value === 'string') values.set(each.start, value);
    });
    return hardcodedIn(source).map(({ line, name, start, end }): Spot => {
      const before = fallback.exec(text.slice(0, start));
      const variable = before?.[1] ?? before?.[2];
      const value = values.get(start) ?? '';
      return before && variable
        ? { line, name, value, start: before.index, end, variable }
        : { line, name, value, start, end };
    });
  },
};
