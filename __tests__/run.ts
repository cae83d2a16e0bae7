import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { concerns } from '../generators/concerns.ts';
import { filesOf } from '../lib/files.ts';
import { answer, describe, look, planRun, runningOf } from '../lib/run.ts';
import type { Plan } from '../lib/types.ts';

/** A whole project in memory: path → text. */
export type Texts = Readonly<Record<string, string>>;

/** The folder that a run in memory names; nothing is there. */
const nowhere = '/nowhere/shop';

/** Runs a generator over files in memory, offline, as the bin would over a folder. */
export async function planOver(texts: Texts, generator: string, given: object = {}): Promise<Plan> {
  const choose = async (_: string, names: readonly string[]) => names[0] ?? '';
  const files = filesOf(texts);
  const start = { root: nowhere, generator, concerns, files, given: { ...given }, choose };
  const found = await look(start);
  const project = describe(found, answer(found), runningOf(start));
  const plan = await planRun(found, project, { offline: true, force: false });
  const placed = plan.changes.map((change) => ({
    ...change,
    path: posix.join(found.repository.path, change.path),
  }));
  return { ...plan, changes: placed };
}

/** The files after a run; a conflict throws. */
export async function run(texts: Texts, generator: string, given: object = {}): Promise<Texts> {
  const { changes, conflicts } = await planOver(texts, generator, given);
  if (conflicts.length > 0) throw new Error(`conflicts: ${conflicts.join(', ')}`);
  const after: Record<string, string> = { ...texts };
  for (const { path, text } of changes) {
    if (text === null) delete after[path];
    else after[path] = text;
  }
  return after;
}

/** Runs generators one after the other. */
export async function runAll(
  texts: Texts,
  generators: readonly string[],
  given: object = {},
): Promise<Texts> {
  let now = texts;
  for (const generator of generators) now = await run(now, generator, given);
  return now;
}

/** Random values aside: `.env` with every secret's value blanked. */
export function withoutSecrets(texts: Texts): Texts {
  const blanked = Object.entries(texts).map(([path, text]) => [
    path,
    posix.basename(path) === '.env' ? text.replace(/(=|:)[\w-]{64}(?=@|$)/gm, '$1') : text,
  ]);
  return Object.fromEntries(blanked);
}

/** The names of the six, without the sample. */
export const six = concerns.map(({ name }) => name).filter((name) => name !== 'app');

const fixturesFolder = join(import.meta.dirname, 'fixtures');

/** Every existing project of the fixtures, by name. */
export const fixtures: Readonly<Record<string, Texts>> = Object.fromEntries(
  readdirSync(fixturesFolder).map((name) => [name, readFolder(join(fixturesFolder, name))]),
);

/** A folder as texts. */
export function readFolder(folder: string): Texts {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}
