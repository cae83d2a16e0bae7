import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concerns } from '../../generators/concerns.ts';
import { filesOn } from '../../lib/files.ts';
import { look } from '../../lib/look.ts';
import type { Facts } from '../../lib/types.ts';
import { lastLines, type Outcome, run } from '../validators/command.ts';
import { type Row, report, row } from '../validators/rows.ts';
import { commitAll } from '../validators/scratch.ts';
import { imageRows } from './image.ts';
import { pathWith } from './managers.ts';
import { answers } from './start.ts';

const root = join(import.meta.dirname, '../..');

/** A copy of a fixture, as its developer has it. */
interface Subject {
  readonly name: string;
  readonly folder: string;
  readonly facts: Facts;
  readonly env: NodeJS.ProcessEnv;
  readonly rows: Row[];
}

/** What installs a project on a developer's machine, by its manager. */
const installs: Readonly<Record<string, readonly string[]>> = {
  npm: ['npm', 'install', '--no-audit', '--no-fund'],
  pnpm: ['pnpm', 'install', '--no-frozen-lockfile'],
  yarn: ['yarn', 'install', '--no-immutable'],
  uv: ['uv', 'sync'],
};

/** What a fixture does not start without. */
const needed: Readonly<Record<string, Readonly<Record<string, string>>>> = {};

async function step(
  { name, folder, env, rows }: Subject,
  check: string,
  words: readonly string[],
): Promise<Outcome> {
  const [program = '', ...rest] = words;
  const outcome = await run(program, rest, { cwd: folder, env, limit: 300 });
  const seen =
    outcome.code === 0
      ? lastLines(outcome.stdout, 1).slice(0, 80)
      : lastLines(outcome.stdout + outcome.stderr, 25);
  rows.push(row(`${name}: ${check}`, outcome.code === 0, seen));
  return outcome;
}

/** The project's own install, tests and start: what worked before must work after. */
async function works(subject: Subject, when: string): Promise<void> {
  const { name, facts, rows } = subject;
  const install = installs[facts.packageManager?.value ?? 'npm'] ?? [];
  await step(subject, `${when}: install`, install);
  if (facts.test) await step(subject, `${when}: tests`, ['sh', '-c', facts.test.value]);
  if (facts.build) await step(subject, `${when}: build`, ['sh', '-c', facts.build.value]);
  const { held, seen } = await answers(subject);
  rows.push(row(`${name}: ${when}: starts and answers`, held, seen));
}

/** The retrofit itself, as a user runs it, and once more. */
async function retrofit(subject: Subject): Promise<void> {
  const { folder, rows, name } = subject;
  const words = ['app', '--defaults', '--offline', '--skip-install', '--json'];
  const imagine = [process.execPath, join(root, 'bin/imagine.ts'), ...words];
  await step(subject, 'imagine app', imagine);
  await commitAll(folder);
  const { stdout } = await step(subject, 'imagine app again', imagine);
  const { created = ['?'], updated = ['?'] } = JSON.parse(stdout || '{}');
  const changed = [...created, ...updated];
  rows.push(
    row(`${name}: the second run changes nothing`, changed.length === 0, changed.join(', ')),
  );
}

/** What is found in the fixture. */
async function factsOf(folder: string): Promise<Facts> {
  const start = { root: folder, generator: 'app', concerns, files: filesOn(folder), given: {} };
  return (await look(start)).facts;
}

async function check(name: string, scratch: string): Promise<readonly Row[]> {
  const folder = join(scratch, name);
  await cp(join(root, '__tests__/fixtures', name), folder, { recursive: true });
  await commitAll(folder);
  const facts = await factsOf(folder);
  const PATH = await pathWith(facts.packageManager?.value ?? 'npm');
  const variables = needed[name] ?? {};
  const env = { ...process.env, ...variables, PATH, NODE_ENV: undefined, CI: undefined };
  const rows: Row[] = [];
  const subject: Subject = { name, folder, facts, env, rows };
  await works(subject, 'before');
  await retrofit(subject);
  await works(subject, 'after');
  for (const program of facts.ci ? [] : ['validate.ts', 'run-workflow.ts']) {
    const path = join(root, '__tests__/validators', program);
    await step(subject, program, [process.execPath, path, folder]);
  }
  const port = facts.port?.value;
  if (!facts.dockerfile && port) rows.push(...(await imageRows({ name, folder, port, variables })));
  return rows;
}

const names = process.argv.slice(2);
if (names.length === 0) {
  console.error('usage: check-retrofit.ts <fixture> …');
  process.exit(2);
}
const scratch = await mkdtemp(join(tmpdir(), 'imagine-retrofit-'));
try {
  const rows: Row[] = [];
  for (const name of names) rows.push(...(await check(name, scratch)));
  process.exitCode = report(rows);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
