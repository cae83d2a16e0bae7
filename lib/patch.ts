import { posix } from 'node:path';
import type { Change, Files } from './types.ts';

/**
 * The changes as a patch that `git apply` takes; secrets in `.env` are left out. Where some lie above
 * the project, all paths are those of its repository, in which the project is `folder`.
 */
export async function patchOf(
  changes: readonly Change[],
  files: Files,
  folder = '',
): Promise<string> {
  const isWider = changes.some(({ path }) => path.startsWith('../'));
  const shown = (path: string): string => (isWider ? posix.join(folder, path) : path);
  const { createTwoFilesPatch } = await import('diff');
  return changes
    .filter(({ path }) => path !== '.env')
    .map(({ path: own, text }) => {
      const old = files.read(own);
      const path = shown(own);
      const [from, to] = [
        old === undefined ? '/dev/null' : `a/${path}`,
        text === null ? '/dev/null' : `b/${path}`,
      ];
      const patch = createTwoFilesPatch(from, to, old ?? '', text ?? '');
      const hunks = patch.slice(patch.indexOf('--- '));
      const mode =
        old === undefined
          ? 'new file mode 100644\n'
          : text === null
            ? 'deleted file mode 100644\n'
            : '';
      return `diff --git a/${path} b/${path}\n${mode}${hunks}`;
    })
    .join('');
}
