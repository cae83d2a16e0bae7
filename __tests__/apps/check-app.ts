import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lastLines, type Outcome, run } from '../validators/command.ts';
import { type Row, report, row } from '../validators/rows.ts';
import { managed, pathWith } from './managers.ts';
import { newest } from './newest.ts';
import { runReadme } from './readme.ts';
import { fitToRegistry } from './registry.ts';
import { startServers } from './servers.ts';

const root = join(import.meta.dirname, '../..');

/** An app under test: made, committed, and cloned as a colleague would. */
interface Subject {
  readonly manager: string;
  readonly database: string;
  /** The clone. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly rows: Row[];
}

/** What an app gets with a database besides it, so that the two variants cover every row. */
const variants: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  express: {
    sqlite: ['--server', 'node'],
    postgresql: ['--cache', 'redis', '--monitoring', 'prometheus', '--server', 'cluster'],
  },
  django: {
    sqlite: ['--monitoring', 'prometheus', '--server', 'granian'],
    postgresql: ['--cache', 'redis', '--monitoring', 'prometheus', '--server', 'gunicorn'],
  },
};

/** Runs one command of the app as one check. */
async function step(subject: Subject, check: string, words: readonly string[]): Promise<Outcome> {
  const { folder, env, rows } = subject;
  const [program = '', ...rest] = words;
  const start = performance.now();
  const outcome = await run(program, rest, { cwd: folder, env, limit: 600 });
  const seconds = Math.round((performance.now() - start) / 1000);
  const seen = outcome.code === 0 ? `${seconds} s` : lastLines(outcome.stdout + outcome.stderr, 25);
  rows.push(row(check, outcome.code === 0, seen));
  return outcome;
}

/** Makes the app and its clone. */
async function make(subject: Subject, made: string): Promise<void> {
  const { manager, database, folder, env, rows } = subject;
  const { stack } = managed(manager);
  const words = [
    ...['--stack', stack, '--package-manager', manager, '--database', database],
    ...['--name', 'shop', ...(variants[stack]?.[database] ?? [])],
  ];
  const bin = join(root, 'bin/imagine.ts');
  const runtime = values.python === undefined ? [] : ['--set', `runtime=${values.python}`];
  const options = ['--defaults', '--json', '--skip-install', ...runtime];
  const { code, stdout, stderr } = await run(process.execPath, [bin, made, ...words, ...options], {
    env,
  });
  rows.push(row('imagine makes it', code === 0, stderr));
  rows.push(await newest(stack, JSON.parse(stdout).versions, env));
  await fitToRegistry(manager, made, env);
  const git = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-C', made];
  await run('git', [...git, 'add', '--all']);
  const commit = await run('git', [...git, 'commit', '--quiet', '--message', 'New app']);
  rows.push(row('git takes it', commit.code === 0, commit.stderr));
  const clone = await run('git', ['clone', '--quiet', made, folder]);
  rows.push(row('git clones it', clone.code === 0, clone.stderr));
}

/** The commands that README's code blocks don't have; `check` is among those. */
async function runCommands(subject: Subject): Promise<void> {
  const { manager, folder, rows } = subject;
  const app = managed(manager);
  await step(subject, 'install', app.install);
  await step(subject, 'setup makes the clone ready', app.run('setup'));
  const env = await readFile(join(folder, '.env'), 'utf8').catch(() => '');
  await step(subject, 'setup is harmless again', app.run('setup'));
  const again = await readFile(join(folder, '.env'), 'utf8').catch(() => '');
  rows.push(row('.env keeps its secrets', env !== '' && env === again, 'the same bytes'));
  await step(subject, 'build', app.run('build'));
}

type Outcomes = readonly {
  readonly id: string;
  readonly status: 'ok' | 'failed' | 'not applicable';
  readonly remark?: string;
}[];

/** The audit of the contract, as a user runs it; its rows count as ours. */
async function audit(
  subject: Subject,
  control: readonly string[],
  words: readonly string[],
): Promise<void> {
  const { folder, env, rows } = subject;
  const { DATABASE_URL, REDIS_URL } = env;
  const options = [
    ...(DATABASE_URL ? ['--database-url', DATABASE_URL] : []),
    ...(REDIS_URL ? ['--redis-url', REDIS_URL] : []),
    ...(control.length > 0 ? ['--database-control', ...control] : []),
    ...words,
  ];
  const bin = join(root, 'bin/audit.ts');
  const { stdout, stderr } = await run(process.execPath, [bin, folder, '--json', ...options], {
    env,
    limit: 900,
  });
  try {
    const { outcomes } = JSON.parse(stdout) as { outcomes: Outcomes };
    for (const { id, status, remark = '' } of outcomes) {
      const result = status === 'not applicable' ? 'absent' : status;
      rows.push({ check: `audit ${id}`, result, seen: remark });
    }
  } catch {
    rows.push(row('audit', false, lastLines(stdout + stderr, 20)));
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'boolean' },
    choices: { type: 'boolean' },
    images: { type: 'boolean' },
    leave: { type: 'boolean' },
    python: { type: 'string' },
    workflows: { type: 'boolean' },
    screenshots: { type: 'string' },
    keep: { type: 'boolean' },
  },
});
const [manager = 'npm', database = 'sqlite'] = positionals;
const scratch = await mkdtemp(join(tmpdir(), 'imagine-app-'));
const servers = await startServers(database);
const env = {
  ...process.env,
  ...servers.variables,
  PATH: await pathWith(manager, { python: values.python }),
  NODE_ENV: undefined,
  APP_ENV: undefined,
  // A developer's machine: yarn and pnpm refuse to make a lock file where CI is set.
  CI: undefined,
};
const folder = join(scratch, 'clone');
const subject: Subject = { manager, database, folder, env, rows: [] };
try {
  await make(subject, join(scratch, 'shop'));
  await runCommands(subject);
  subject.rows.push(...(await runReadme(folder, env)));
  await audit(subject, servers.control, [
    ...(values.browser ? [] : ['--no-browser']),
    ...(values.screenshots ? ['--screenshots', values.screenshots] : []),
  ]);
  for (const [wanted, program] of [
    [true, 'validators/validate.ts'],
    [values.choices, 'apps/check-choices.ts'],
    [values.leave, 'apps/leave-sample.ts'],
    [values.workflows, 'validators/run-workflow.ts'],
    [values.images, 'containers/check-image.ts'],
  ] as const) {
    if (wanted)
      await step(subject, program, [process.execPath, join(root, '__tests__', program), folder]);
  }
} finally {
  await servers.stop();
  if (values.keep) console.log(`kept in ${scratch}`);
  else await rm(scratch, { recursive: true, force: true });
}
process.exitCode = report(subject.rows);
