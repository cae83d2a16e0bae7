import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines, run } from '../validators/command.ts';
import { type Row, row } from '../validators/rows.ts';

/** The commands in the code blocks of a README, in order. */
const commandsOf = (readme: string): string[] =>
  [...readme.matchAll(/```sh\n(.*?)```/gs)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .filter((line) => line !== '' && !line.startsWith('docker '));

/** Commands that run until they are stopped, by the last word. */
const lasting = new Set(['dev', 'start', 'start:admin']);

/** A command line: its words without the quotes around some, and the variables before them. */
export function commandOf(text: string) {
  const [, own = '', line = ''] = /^((?:[A-Z_]+=\S+ )*)(.*)$/.exec(text) ?? [];
  const [program = '', ...words] = (line.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map((word) =>
    word.replaceAll('"', ''),
  );
  const pairs = [...own.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]);
  const variables: NodeJS.ProcessEnv = Object.fromEntries(pairs);
  return { program, words, variables };
}

/** Executes every command of the app's README; compose is run with the images. */
export async function runReadme(folder: string, given: NodeJS.ProcessEnv): Promise<Row[]> {
  const commands = commandsOf(await readFile(join(folder, 'README.md'), 'utf8'));
  const rows: Row[] = [row('README has commands', commands.length > 4, commands.join(', '))];
  for (const command of [...new Set(commands)]) {
    const { program, words, variables } = commandOf(command);
    const last = words.at(-1) ?? '';
    const env =
      last === 'dev'
        ? { ...given, NODE_ENV: 'development', APP_ENV: 'development' }
        : { ...production(given, folder), ...variables };
    if (lasting.has(last)) {
      rows.push(await stays(`README: ${command}`, [program, words], folder, env));
      continue;
    }
    const { code, stdout, stderr } = await run(program, words, { cwd: folder, env, limit: 600 });
    rows.push(
      row(`README: ${command}`, code === 0, code === 0 ? '' : lastLines(stdout + stderr, 12)),
    );
  }
  return rows;
}

/** What an operator sets; `setup` and `check` set their own environment and take no harm. */
const production = (given: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv => ({
  DATABASE_URL: `sqlite:///${join(folder, 'data/production.sqlite')}`,
  SECRET_KEY: 'k'.repeat(64),
  API_TOKENS: 'token-of-the-readme-test',
  ADMIN_EMAIL: 'admin@example.com',
  ADMIN_PASSWORD: 'password-of-the-readme-test',
  ...given,
});

/** Starts a command, waits until the app says that it lives, and stops it. */
async function stays(
  check: string,
  [program, words]: readonly [string, readonly string[]],
  cwd: string,
  given: NodeJS.ProcessEnv,
): Promise<Row> {
  const port = '29871';
  const env = { ...given, PORT: port, ADMIN_PORT: check.includes('admin') ? port : '29872' };
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const child = spawn(program, words, { cwd, env, stdio: [...stdio], detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
  let gone = false;
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  ended.then(() => (gone = true));
  let healthy = false;
  for (let tries = 0; tries < 300 && !healthy && !gone; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    healthy = answer?.status === 200;
    if (!healthy) await sleep(200);
  }
  // The whole group: a package manager does not hand every signal on.
  if (child.pid && !gone) process.kill(-child.pid, 'SIGTERM');
  await ended;
  return row(
    check,
    healthy,
    healthy ? 'answers /healthz' : `never answered\n${lastLines(said, 15)}`,
  );
}
