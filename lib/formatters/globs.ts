import { posix } from 'node:path';

/**
 * Whether a file is named by one of the globs of a settings file: those without a slash mean a name in
 * any folder; one that begins with `!` takes away.
 */
export async function isNamed(
  path: string,
  folder: string,
  globs: readonly string[],
): Promise<boolean> {
  const { default: picomatch } = await import('picomatch');
  const from = posix.relative(folder, path);
  let named = false;
  for (const glob of globs) {
    const bare = glob.replace(/^!/, '').replace(/^\.?\//, '');
    const options = { dot: true, basename: !bare.includes('/') };
    if (picomatch(bare, options)(from)) named = !glob.startsWith('!');
  }
  return named;
}
