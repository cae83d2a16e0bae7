import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { must } from '../../__tests__/validators/command.ts';

const root = join(import.meta.dirname, '../..');
const baselines = ['bare', 'hand-wired'];
const left = new Set(['node_modules', '.git', 'dist', 'data', 'coverage']);

/** An Express app with SQLite, made and installed in a folder; as many seconds as npm takes. */
export async function makeApp(folder: string): Promise<void> {
  const words = [folder, '--defaults', '--skip-install', '--skip-git', '--name', 'shop'];
  await must(process.execPath, [join(root, 'bin/imagine.ts'), ...words]);
  await must('npm', ['install'], { cwd: folder });
}

/** A built copy of the app without some features. */
export async function copyWithout(app: string, folder: string, without = ''): Promise<void> {
  await copy(app, folder);
  const taken = (text: string) => text.replace(new RegExp(`^  ${without},\\n`, 'm'), '');
  if (without) await edit(join(folder, 'src/features.ts'), taken);
  await buildOnly(folder, ['web', 'manage']);
}

/** The baselines, built with the app's own settings. */
export async function copyBaselines(app: string, folder: string): Promise<void> {
  await copy(app, folder);
  for (const name of baselines) {
    const from = join(import.meta.dirname, `baselines/${name}.ts`);
    await cp(from, join(folder, `src/${name}.ts`));
  }
  await buildOnly(folder, baselines);
}

/** The features of the app that can be taken out one by one and leave a list to ask for. */
export async function featuresOf(app: string): Promise<readonly string[]> {
  const text = await readFile(join(app, 'src/features.ts'), 'utf8');
  const needed = ['health', 'todoRoutes', 'errors'];
  const names = [...text.matchAll(/^ {2}(\w+),$/gm)].map(([, name = '']) => name);
  return names.filter((name) => !needed.includes(name));
}

async function copy(app: string, folder: string): Promise<void> {
  const filter = (path: string) => path === app || !left.has(basename(path));
  await cp(app, folder, { recursive: true, filter });
  await symlink(join(app, 'node_modules'), join(folder, 'node_modules'));
}

async function buildOnly(folder: string, entries: readonly string[]): Promise<void> {
  const list = `entries = ${JSON.stringify(entries)};`;
  await edit(join(folder, 'scripts/entries.ts'), (text) => text.replace(/entries = .*;/, list));
  await must(process.execPath, ['scripts/build.ts'], { cwd: folder });
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${file}: nothing to change`);
  await writeFile(file, changed);
}
