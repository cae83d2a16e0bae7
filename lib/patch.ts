import type { Change, Files } from './types.ts';

/** The changes as a patch that `git apply` takes; secrets in `.env` are left out. */
export async function patchOf(changes: readonly Change[], files: Files): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  return changes
    .filter(({ path }) => path !== '.env')
    .map(({ path, text }) => {
      const old = files.read(path);
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
