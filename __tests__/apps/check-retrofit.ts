import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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
  /** Of the app, and of the repository that it lies in. */
  readonly folder: string;
  readonly root: string;
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
  pip: ['sh', '-c', 'python3.13 -m venv .venv && pip install --requirement requirements-dev.txt'],
};

async function step(
  { name, folder, env, rows }: Subject,
  check: string,
  words: readonly string[],
  cwd = folder,
): Promise<Outcome> {
  const [program = '', ...rest] = words;
  const outcome = await run(program, rest, { cwd, env, limit: 400 });
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
  await step(subject, `${when}: install`, install, subject.root);
  if (facts.test) await step(subject, `${when}: tests`, ['sh', '-c', facts.test.value]);
  if (facts.build) await step(subject, `${when}: build`, ['sh', '-c', facts.build.value]);
  const { held, seen } = await answers(subject);
  rows.push(row(`${name}: ${when}: starts and answers`, held, seen));
}

/** The retrofit itself, as a user runs it, and once more. */
async function retrofit(subject: Subject): Promise<void> {
  const { root: top, rows, name } = subject;
  const words = ['app', '--defaults', '--offline', '--skip-install', '--json'];
  const imagine = [process.execPath, join(root, 'bin/imagine.ts'), ...words];
  await step(subject, 'imagine app', imagine);
  await commitAll(top);
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

/** A project by its folder below __tests__, and the app of it: `fixtures/express-plain`. */
async function check(project: string, scratch: string): Promise<readonly Row[]> {
  const [path = '', app = ''] = project.split(':');
  const name = basename(path);
  const top = join(scratch, name);
  const folder = join(top, app);
  await cp(join(root, '__tests__', path), top, { recursive: true });
  await commitAll(top);
  const facts = await factsOf(folder);
  const PATH = `${folder}/.venv/bin:${await pathWith(facts.packageManager?.value ?? 'npm')}`;
  const env = { ...process.env, PATH, NODE_ENV: undefined, CI: undefined };
  const rows: Row[] = [];
  const subject: Subject = { name, folder, root: top, facts, env, rows };
  await works(subject, 'before');
  await retrofit(subject);
  await works(subject, 'after');
  for (const program of ['validate.ts', 'run-workflow.ts']) {
    const words = [process.execPath, join(root, '__tests__/validators', program), top];
    await step(subject, program, words);
  }
  const file = join(folder, 'Dockerfile');
  rows.push(...(await imageRows({ name, context: top, file, port: facts.port?.value ?? 0 })));
  return rows;
}

const projects = process.argv.slice(2);
if (projects.length === 0) {
  console.error('usage: check-retrofit.ts <folder below __tests__>[:<app>] …');
  process.exit(2);
}
const scratch = await mkdtemp(join(tmpdir(), 'imagine-retrofit-'));
try {
  const rows: Row[] = [];
  for (const project of projects) rows.push(...(await check(project, scratch)));
  process.exitCode = report(rows);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
