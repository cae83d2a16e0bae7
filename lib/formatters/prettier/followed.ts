import type { Files } from '../../types.ts';
import type { SetUp } from '../formatter.ts';

/** So many files show a project's habit. */
const enough = 5;

/** Whether a project without settings for Prettier has its code as Prettier prints it. */
export async function isFollowed(theirs: Files, print: SetUp['print']): Promise<boolean> {
  const code = theirs
    .list()
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !/\.(?:config|min|d)\.\w+$/.test(path))
    .slice(0, enough);
  const texts = await Promise.all(
    code.map(async (path) => {
      const text = theirs.read(path) ?? '';
      return (await print(path, text)) === text;
    }),
  );
  return texts.filter(Boolean).length * 2 > texts.length;
}
