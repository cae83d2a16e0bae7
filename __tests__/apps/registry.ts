import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Newest versions whose packages for other platforms every registry has. Yarn locks them all, and
 * refuses where a mirror lacks one; npm and pnpm pass over it. Only in the copy under test.
 */
const complete: Readonly<Record<string, string>> = { rollup: '4.67.4', '@biomejs/biome': '2.5.15' };

/** Makes an app installable by Yarn from a registry that lacks packages of other platforms. */
export async function fitToRegistry(manager: string, folder: string): Promise<void> {
  if (manager !== 'yarn') return;
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, `${JSON.stringify({ ...manifest, resolutions: complete }, null, 2)}\n`);
}
