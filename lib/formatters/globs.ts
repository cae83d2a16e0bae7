/**
 * Whether a file, as the folder of a settings file sees it, is named by one of its globs: those without
 * a slash mean a name in any folder; one that begins with `!` takes away.
 */
export async function isNamed(file: string | undefined, globs: unknown): Promise<boolean> {
  if (file === undefined) return false;
  const { default: picomatch } = await import('picomatch');
  const texts = [globs].flat().filter((glob) => typeof glob === 'string');
  let named = false;
  for (const glob of texts) {
    const bare = glob.replace(/^!/, '').replace(/^\.?\//, '');
    const options = { dot: true, basename: !bare.includes('/') };
    if (bare !== '' && picomatch(bare, options)(file)) named = !glob.startsWith('!');
  }
  return named;
}
