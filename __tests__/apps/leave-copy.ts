import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { must, run } from '../validators/command.ts';
import { noneOf, type Row, row } from '../validators/rows.ts';
import { nextNumber } from './leave-migrations.ts';
import type { Instructions } from './leave-readme.ts';
import type { Way } from './leave-ways.ts';
import { addItems } from './lists.ts';

/** What names the sample. */
export const sample = /todo/gi;

/** A text about todos, about notes. */
export const renamed = (text: string): string =>
  text.replaceAll('Todo', 'Note').replaceAll('todo', 'note').replaceAll('TODO', 'NOTE');

/** The app in which README is followed. */
export interface Copy {
  readonly folder: string;
  readonly way: Way;
  readonly says: Instructions;
  readonly rows: Row[];
}

/** Copies the app; what is installed is linked. */
export async function copyApp(app: string, folder: string, { installed }: Way): Promise<void> {
  await mkdir(folder);
  for (const name of await readdir(app)) {
    if (name === '.git') continue;
    if (name === installed) await must('cp', ['-al', join(app, name), join(folder, name)]);
    else await cp(join(app, name), join(folder, name), { recursive: true });
  }
}

/** The files below some paths, relative to the folder; a path that is not there has none. */
export async function filesBelow(folder: string, paths: readonly string[]): Promise<string[]> {
  const { stdout } = await run('find', [...paths, '-type', 'f'], { cwd: folder });
  return [...new Set(stdout.split('\n').filter((path) => path !== ''))].map((path) =>
    path.replaceAll('//', '/'),
  );
}

/** Looks for what README names. Promises whether all of it is there. */
export async function findNamed({ folder, says, rows }: Copy): Promise<boolean> {
  const named = [...says.copied, ...says.excepted, ...says.lists, ...says.deleted, ...says.cleared];
  const absent = [];
  for (const path of new Set(named))
    if ((await filesBelow(folder, [path])).length === 0) absent.push(path);
  rows.push(row('README names what is copied', says.copied.length > 2, says.copied.join(', ')));
  rows.push(row('README names what is deleted', says.deleted.length > 2, says.deleted.join(', ')));
  rows.push(noneOf('README names nothing that is absent', absent, `${named.length} paths`));
  return absent.length === 0;
}

/** "Your own resource": copies what README names, and lists it where README says. */
export async function addNotes({ folder, way, says, rows }: Copy): Promise<void> {
  const { migrations, syntax } = way;
  const number = migrations && (await nextNumber(join(folder, migrations)));
  const change = (text: string) =>
    renamed(text.replaceAll(/\d{4}-(?=create-todos)/g, `${number}-`));
  const stays = (path: string) => !says.excepted.some((each) => path.startsWith(each));
  for (const path of (await filesBelow(folder, says.copied)).filter(stays)) {
    const target = join(folder, change(path));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, change(await readFile(join(folder, path), 'utf8')));
  }
  const unlisted = [];
  for (const path of new Set(says.lists)) {
    const before = await readFile(join(folder, path), 'utf8');
    const after = addItems(before, { names: sample, syntax }, change);
    if (after === before) unlisted.push(path);
    await writeFile(join(folder, path), after);
  }
  rows.push(noneOf('every list takes a line', unlisted, says.lists.join(', ')));
}
