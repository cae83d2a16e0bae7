import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { lastLines, run } from '../validators/command.ts';
import { noneOf, report, row } from '../validators/rows.ts';
import { ask } from './leave-answers.ts';
import {
  addNotes,
  type Copy,
  copyApp,
  filesBelow,
  findNamed,
  migrations,
  nextNumber,
  renamed,
  sample,
} from './leave-copy.ts';
import { readInstructions } from './leave-readme.ts';
import { addItems, dropItems } from './lists.ts';

// What an app's README says of a resource of your own and of the end of the sample, done word for
// word in a copy. A DATABASE_URL of the surroundings gets the table of notes, and its migration.

/** Runs the commands that README shows. */
async function runCommands({ folder, rows }: Copy, about: string, commands: readonly string[]) {
  rows.push(row(`${about}: README has commands`, commands.length > 0, commands.join(', ')));
  for (const command of commands) {
    const [program = '', ...words] = command.split(' ');
    const { code, stdout, stderr } = await run(program, words, { cwd: folder, limit: 600 });
    rows.push(
      row(`${about}: ${command}`, code === 0, code === 0 ? '' : lastLines(stdout + stderr, 25)),
    );
  }
}

/** "Remove the sample": deletes, clears the lists, and lets the rest ask for notes. */
async function dropTodos({ folder, says, rows }: Copy): Promise<void> {
  for (const path of says.deleted) await rm(join(folder, path), { recursive: true });
  const gone = says.deleted.map((path) => basename(path, '.ts'));
  const names = new RegExp(
    `${sample.source}|\\b(?:${gone.join('|')})(?:Command\\b|\\.ts\\b)`,
    'gi',
  );
  for (const path of new Set(says.cleared)) {
    const before = await readFile(join(folder, path), 'utf8');
    await writeFile(join(folder, path), dropItems(before, names));
  }
  const left = (await naming(folder)).filter((path) => /^src\/.*\.ts$/.test(path));
  rows.push(noneOf('README names every line of the sample', left, 'none is left in src'));
  for (const path of await naming(folder)) {
    const text = await readFile(join(folder, path), 'utf8');
    await writeFile(join(folder, path), renamed(text));
  }
}

/** The files of src and test that name todos, but for the migrations that stay. */
async function naming(folder: string): Promise<string[]> {
  const files = await filesBelow(folder, ['src', 'test']);
  const texts = await Promise.all(files.map((path) => readFile(join(folder, path), 'utf8')));
  return files.filter(
    (path, index) => !path.startsWith(`${migrations}/`) && (texts[index] ?? '').search(sample) >= 0,
  );
}

/** Adds the migration that README shows, and lists it beside the one that it takes back. */
async function dropTable({ folder, says, rows }: Copy): Promise<void> {
  const kept = await filesBelow(folder, [join(migrations, says.stays)]);
  rows.push(
    row('README shows how the table goes', says.drop !== '' && kept.length === 1, says.drop),
  );
  const number = await nextNumber(folder);
  await writeFile(join(folder, migrations, `${number}-drop-todos.ts`), `${says.drop}\n`);
  const change = (text: string) =>
    text.replace(/\d{4}-create-todos/g, `${number}-drop-todos`).replace('createTodos', 'dropTodos');
  for (const path of says.lists.filter((list) => dirname(list) === migrations)) {
    const text = await readFile(join(folder, path), 'utf8');
    await writeFile(join(folder, path), addItems(text, sample, change));
  }
}

/** Follows both sections, one after the other. */
async function leave(copy: Copy): Promise<void> {
  const { says, rows } = copy;
  const hasRest = says.copied.includes('src/openapi/todos.ts');
  await addNotes(copy);
  await runCommands(copy, 'own resource', says.commands);
  if (hasRest) rows.push(...(await ask(copy.folder, ['/api/todos', '/api/notes'])));
  await dropTodos(copy);
  await dropTable(copy);
  await runCommands(copy, 'sample removed', says.lastCommands);
  if (hasRest) rows.push(...(await ask(copy.folder, ['/api/notes'])));
}

const [app] = process.argv.slice(2);
if (!app) throw new Error('usage: leave-sample <folder of an installed app>');
const scratch = await mkdtemp(join(tmpdir(), 'imagine-leave-'));
try {
  const folder = join(scratch, 'app');
  await copyApp(resolve(app), folder);
  const says = readInstructions(await readFile(join(folder, 'README.md'), 'utf8'));
  const copy: Copy = { folder, says, rows: [] };
  if (await findNamed(copy)) await leave(copy);
  process.exitCode = report(copy.rows);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
