import { codeOf } from '../retrofit/code.ts';
import { dotenvOf } from '../retrofit/dotenv.ts';
import type { Project } from '../types.ts';
import type { Fixer, Spot } from './spot.ts';

const isTyped = (path: string): boolean => /\.[cm]?tsx?$/.test(path);
/** A variable that is read directly before its fallback. */
const fallback = /process\.env(?:\.(\w+)|\[['"](\w+)['"]\])\s*(?:\|\||\?\?)\s*$/;

/** JavaScript and TypeScript. */
export const node: Fixer = {
  handles: /\.[cm]?[jt]sx?$/,
  spots: async (path, text, project) => {
    const { loadParser, literal } = await import('../project/node/code/syntax.ts');
    const { walk } = await import('../project/node/code/walk.ts');
    const { hardcodedIn } = await import('../project/node/secrets.ts');
    const source = (await loadParser())(path, text);
    const values = new Map<number, string>();
    walk(source.program, (each) => {
      const value = literal(each);
      if (typeof value === 'string') values.set(each.start, value);
    });
    const unsure = unread(project);
    return hardcodedIn(source).map(({ line, name, start, end }): Spot => {
      const before = fallback.exec(text.slice(0, start));
      const variable = before?.[1] ?? before?.[2];
      const value = values.get(start) ?? '';
      const reading = readingIn(path);
      const spot = { line, name, value, start, end, reading, ...(unsure && { unsure }) };
      return before && variable ? { ...spot, start: before.index, variable } : spot;
    });
  },
};

const readingIn =
  (path: string) =>
  (name: string): string =>
    isTyped(path) ? `(process.env.${name} as string)` : `process.env.${name}`;

/** Why nothing would bring what stands in `.env` to the code. */
function unread(project: Project): string | undefined {
  const own = project.ownEnv && !project.facts.loader && codeOf(project) !== undefined;
  if (own || dotenvOf(project)) return undefined;
  return 'nothing loads .env: start with --env-file=.env, or load it first, and run this again';
}
