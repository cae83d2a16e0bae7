import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { row } from '../validators/rows.ts';
import { type Copy, filesBelow, sample } from './leave-copy.ts';
import { addItems } from './lists.ts';

/** The number of the next migration, of four digits. */
export async function nextNumber(folder: string): Promise<string> {
  const numbers = (await readdir(folder)).map((name) => Number.parseInt(name, 10));
  const last = Math.max(...numbers.filter((number) => !Number.isNaN(number)));
  return String(last + 1).padStart(4, '0');
}

/** Adds the migration that README shows, and lists it beside the one that it takes back. */
export async function dropTable({ folder, way, says, rows }: Copy): Promise<void> {
  const { migrations, syntax } = way;
  if (migrations === undefined) return;
  const kept = await filesBelow(folder, [join(migrations, says.stays)]);
  rows.push(
    row('README shows how the table goes', says.drop !== '' && kept.length === 1, says.drop),
  );
  const number = await nextNumber(join(folder, migrations));
  await writeFile(join(folder, migrations, `${number}-drop-todos.ts`), `${says.drop}\n`);
  const change = (text: string) =>
    text.replace(/\d{4}-create-todos/g, `${number}-drop-todos`).replace('createTodos', 'dropTodos');
  for (const path of says.lists.filter((list) => dirname(list) === migrations)) {
    const text = await readFile(join(folder, path), 'utf8');
    await writeFile(join(folder, path), addItems(text, { names: sample, syntax }, change));
  }
}
