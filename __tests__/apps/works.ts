import type { Facts } from '../../lib/types.ts';
import { lastLines, type Outcome, run } from '../validators/command.ts';
import { type Row, row } from '../validators/rows.ts';
import type { Part } from './retrofitted.ts';
import { answers } from './start.ts';

/** A copy of a project, as its developer has it. */
export interface Subject {
  readonly name: string;
  /** Of the app, and of the repository that it lies in. */
  readonly folder: string;
  readonly top: string;
  readonly facts: Facts;
  readonly port: number;
  /** What its process is told in a container. */
  readonly variables: Readonly<Record<string, string>>;
  /** A command of the shell, where the manager's own doesn't say it all. */
  readonly install: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly rows: Row[];
}

/** What installs a project on a developer's machine, by its manager. */
const installs: Readonly<Record<string, string>> = {
  npm: 'npm install --no-audit --no-fund',
  pnpm: 'pnpm install --no-frozen-lockfile',
  yarn: 'yarn install --no-immutable',
  uv: 'uv sync',
  poetry: 'poetry lock && poetry install',
  pipenv: 'pipenv install --dev',
  pdm: 'pdm install --group :all',
};

/** Runs a program as one check; what it said, or how it failed. */
export async function step(
  { name, folder, env, rows }: Subject,
  check: string,
  words: readonly string[],
  cwd = folder,
): Promise<Outcome> {
  const [program = '', ...rest] = words;
  const begin = performance.now();
  const outcome = await run(program, rest, { cwd, env, limit: 400 });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const seen =
    outcome.code === 0
      ? `${seconds} s  ${lastLines(outcome.stdout, 1).slice(0, 60)}`
      : lastLines(outcome.stdout + outcome.stderr, 40);
  rows.push(row(`${name}: ${check}`, outcome.code === 0, seen));
  return outcome;
}

/** A line in a shell where the project's environment is active; what looks from outside has none. */
export function inShell(
  subject: Subject,
  check: string,
  line: string,
  cwd?: string,
): Promise<Outcome> {
  const env = { ...subject.env, PATH: `${subject.folder}/.venv/bin:${subject.env.PATH}` };
  return step({ ...subject, env }, check, ['sh', '-c', line], cwd);
}

/** The project's own install, tests and start: what worked before must work after. */
export async function works(
  subject: Subject,
  when: string,
  wanted: readonly Part[],
): Promise<void> {
  const { name, facts, rows, top } = subject;
  const shell = (check: string, line: string, cwd?: string) =>
    inShell(subject, `${when}: ${check}`, line, cwd);
  await shell(
    'install',
    subject.install ?? installs[facts.packageManager?.value ?? 'npm'] ?? '',
    top,
  );
  if (wanted.includes('tests')) await shell('tests', facts.test?.value ?? 'no tests are found');
  if (facts.build) await shell('build', facts.build.value);
  if (!wanted.includes('start')) return;
  const { held, seen } = await answers(subject);
  rows.push(row(`${name}: ${when}: starts and answers`, held, seen));
}
