import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '../validators/command.ts';

/**
 * Newest versions whose packages for other platforms every registry has. Yarn locks them all, and
 * refuses where a mirror lacks one; npm and pnpm pass over it. Only in the copy under test.
 */
const complete: Readonly<Record<string, string>> = { rollup: '4.67.4', '@biomejs/biome': '2.5.15' };

/** Yarn: versions that the registry has whole. */
async function resolutions(folder: string): Promise<void> {
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, `${JSON.stringify({ ...manifest, resolutions: complete }, null, 2)}\n`);
}

/** Poetry asks the index in a way of its own that mirrors lack, unless the index is named. */
async function source(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const program = 'from pip._internal.models.index import PyPI; print(PyPI.simple_url)';
  const url = (await must('python3', ['-c', program], { env })).trim();
  const table = `\n[[tool.poetry.source]]\nname = "index"\nurl = "${url}"\npriority = "primary"\n`;
  await appendFile(join(folder, 'pyproject.toml'), table);
}

const fits: Readonly<Record<string, (folder: string, env: NodeJS.ProcessEnv) => Promise<void>>> = {
  yarn: resolutions,
  poetry: source,
};

/** Makes an app installable by its manager from a registry that lacks something. */
export async function fitToRegistry(
  manager: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  await fits[manager]?.(folder, env);
}
