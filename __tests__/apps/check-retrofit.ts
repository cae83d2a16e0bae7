import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concerns } from '../../generators/concerns.ts';
import { filesOn } from '../../lib/files.ts';
import { look } from '../../lib/look.ts';
import { neutralStacks } from '../../lib/stacks/neutral.ts';
import type { Facts } from '../../lib/types.ts';
import { type Row, report, row } from '../validators/rows.ts';
import { commitAll } from '../validators/scratch.ts';
import { imageRows } from './image.ts';
import { pathWith } from './managers.ts';
import { fitToRegistry } from './registry.ts';
import { type Part, type Retrofitted, retrofitted } from './retrofitted.ts';
import { inShell, type Subject, step, works } from './works.ts';

const root = join(import.meta.dirname, '../..');

/** The retrofit itself, as a user runs it, and once more. */
async function retrofit(subject: Subject, options: readonly string[]): Promise<void> {
  const { top, rows, name } = subject;
  const words = ['app', '--defaults', '--offline', '--skip-install', '--json', ...options];
  const imagine = [process.execPath, join(root, 'bin/imagine.ts'), ...words];
  const made = await step(subject, 'imagine app', imagine);
  await commitAll(top);
  const { next = [] } = JSON.parse(made.stdout || '{}');
  for (const line of next) await inShell(subject, `what it says is next, ${line}`, line);
  const { stdout } = await step(subject, 'imagine app again', imagine);
  const { created = ['?'], updated = ['?'] } = JSON.parse(stdout || '{}');
  const changed = [...created, ...updated];
  rows.push(
    row(`${name}: the second run changes nothing`, changed.length === 0, changed.join(', ')),
  );
}

/** What is found in the project. */
async function factsOf(folder: string): Promise<Facts> {
  const start = { root: folder, generator: 'app', concerns, files: filesOn(folder), given: {} };
  return (await look(start)).facts;
}

/** A copy of a project, as its developer has it. */
async function subjectOf(name: string, project: Retrofitted, scratch: string): Promise<Subject> {
  const top = join(scratch, name.replace(/\W+/g, '-'));
  const folder = join(top, project.app ?? '');
  await cp(join(root, '__tests__', project.folder), top, { recursive: true });
  const facts = await factsOf(folder);
  const manager = facts.packageManager?.value ?? 'npm';
  const PATH = await pathWith(manager, { version: facts.packageManagerVersion?.value });
  const { variables = {}, deployed = {}, install } = project;
  const neutral = neutralStacks.find((stack) => stack.name === facts.language?.value);
  const port = facts.port?.value ?? neutral?.port ?? 0;
  const env = {
    ...process.env,
    PATH,
    PIPENV_VENV_IN_PROJECT: '1',
    NODE_ENV: undefined,
    CI: undefined,
    ...variables,
  };
  await fitToRegistry(manager, folder, env);
  await commitAll(top);
  return {
    name,
    folder,
    top,
    facts,
    port,
    variables: { ...variables, ...deployed },
    install,
    env,
    rows: [],
  };
}

/** One workflow at a time: their services are on the ports that the jobs name. */
let turn: Promise<unknown> = Promise.resolve();

/** The outside checks of a retrofitted project. */
const outside: Readonly<Record<'workflow' | 'image', (subject: Subject) => Promise<void>>> = {
  async workflow(subject) {
    const program = join(root, '__tests__/validators/run-workflow.ts');
    const words = [process.execPath, program, subject.top];
    const own = turn.then(() => step(subject, 'every step of its workflows', words));
    turn = own;
    await own;
  },
  async image({ name, top, folder, port, variables, rows }) {
    const file = join(folder, 'Dockerfile');
    rows.push(...(await imageRows({ name, context: top, file, port, variables })));
  },
};

/** All that is looked at in one project: what worked before must work after. */
async function check(name: string, scratch: string): Promise<readonly Row[]> {
  const project = retrofitted[name];
  if (!project) return [row(name, false, 'no project of that name')];
  const subject = await subjectOf(name, project, scratch);
  const { rows, top } = subject;
  const without = new Map(Object.entries(project.without ?? {}));
  const parts: readonly Part[] = ['tests', 'start', 'workflow', 'image'];
  const wanted = parts.filter((part) => !without.has(part));
  await works(subject, 'before', wanted);
  await retrofit(subject, project.options ?? []);
  await works(subject, 'after', wanted);
  await step(subject, 'validate.ts', [
    process.execPath,
    join(root, '__tests__/validators/validate.ts'),
    top,
  ]);
  for (const part of ['workflow', 'image'] as const)
    if (wanted.includes(part)) await outside[part](subject);
  for (const [part, seen] of without)
    rows.push({ check: `${name}: ${part}`, result: 'absent', seen });
  return rows;
}

/** Two projects at a time: much of each is waiting. */
async function checkAll(names: readonly string[], scratch: string): Promise<readonly Row[]> {
  const queue = [...names.entries()];
  const rows: (readonly Row[])[] = [];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift())
      rows[next[0]] = await check(next[1], scratch);
  };
  await Promise.all([lane(), lane()]);
  return rows.flat();
}

const names = process.argv.slice(2);
if (names.length === 0) {
  console.error(`usage: check-retrofit.ts <project> …: ${Object.keys(retrofitted).join(', ')}`);
  process.exit(2);
}
const scratch = await mkdtemp(join(tmpdir(), 'imagine-retrofit-'));
try {
  process.exitCode = report(await checkAll(names, scratch));
} finally {
  await rm(scratch, { recursive: true, force: true });
}
