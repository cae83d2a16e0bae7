import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { lastLines, run } from '../validators/command.ts';
import { noneOf, report, row } from '../validators/rows.ts';
import { ask } from './leave-answers.ts';
import {
  addNotes,
  type Copy,
  copyApp,
  filesBelow,
  findNamed,
  renamed,
  sample,
} from './leave-copy.ts';
import { dropTable } from './leave-migrations.ts';
import { readInstructions } from './leave-readme.ts';
import { sampleOf } from './leave-ways.ts';
import { dropItems } from './lists.ts';
import { commandOf } from './readme.ts';

// What an app's README says of a resource of your own and of the end of the sample, done word for
// word in a copy. A DATABASE_URL of the surroundings gets the table of notes, and its migration.

/** Runs the commands that README shows. */
async function runCommands({ folder, rows }: Copy, about: string, commands: readonly string[]) {
  rows.push(row(`${about}: README has commands`, commands.length > 0, commands.join(', ')));
  for (const command of commands) {
    const { program, words, variables } = commandOf(command);
    const env = { ...process.env, ...variables };
    const { code, stdout, stderr } = await run(program, words, { cwd: folder, env, limit: 600 });
    rows.push(
      row(`${about}: ${command}`, code === 0, code === 0 ? '' : lastLines(stdout + stderr, 25)),
    );
  }
}

/** "Remove the sample": deletes, clears the lists, and lets the rest ask for notes. */
async function dropTodos(copy: Copy): Promise<void> {
  const { folder, way, says, rows } = copy;
  for (const path of says.deleted) await rm(join(folder, path), { recursive: true });
  const gone = says.deleted.map((path) => basename(path, extname(path)));
  const names = new RegExp(
    `${sample.source}|\\b(?:${gone.join('|')})(?:Command\\b|\\.ts\\b)`,
    'gi',
  );
  for (const path of new Set(says.cleared)) {
    const before = await readFile(join(folder, path), 'utf8');
    await writeFile(join(folder, path), dropItems(before, { names, syntax: way.syntax }));
  }
  const left = (await naming(copy)).filter((path) => way.code.test(path));
  rows.push(noneOf('README names every line of the sample', left, 'none is left in the code'));
  for (const path of await naming(copy)) {
    const text = await readFile(join(folder, path), 'utf8');
    await writeFile(join(folder, path), renamed(text));
  }
}

/** The files of code and tests that name todos, but for the migrations that stay. */
async function naming({ folder, way }: Copy): Promise<string[]> {
  const files = await filesBelow(folder, way.folders);
  const texts = await Promise.all(files.map((path) => readFile(join(folder, path), 'utf8')));
  return files.filter(
    (path, index) =>
      !(way.migrations && path.startsWith(`${way.migrations}/`)) &&
      (texts[index] ?? '').search(sample) >= 0,
  );
}

/** Follows both sections, one after the other. */
async function leave(copy: Copy, hasRest: boolean): Promise<void> {
  const { says, rows } = copy;
  await addNotes(copy);
  await runCommands(copy, 'own resource', says.commands);
  if (hasRest) rows.push(...(await ask(copy, ['/api/todos', '/api/notes'])));
  if (says.firstCommands.length > 0)
    await runCommands(copy, 'before it is removed', says.firstCommands);
  await dropTodos(copy);
  await dropTable(copy);
  await runCommands(copy, 'sample removed', says.lastCommands);
  if (hasRest) rows.push(...(await ask(copy, ['/api/notes'])));
}

const [app] = process.argv.slice(2);
if (!app) throw new Error('usage: leave-sample <folder of an installed app>');
const scratch = await mkdtemp(join(tmpdir(), 'imagine-leave-'));
try {
  const folder = join(scratch, 'app');
  const { apis, ...way } = await sampleOf(app);
  await copyApp(resolve(app), folder, way);
  const says = readInstructions(await readFile(join(folder, 'README.md'), 'utf8'));
  const copy: Copy = { folder, way, says, rows: [] };
  if (await findNamed(copy)) await leave(copy, apis.includes('rest'));
  process.exitCode = report(copy.rows);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
