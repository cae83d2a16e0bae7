import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Facts } from '../../lib/types.ts';

/** What came of starting a process. */
interface Started {
  readonly held: boolean;
  readonly seen: string;
}

const patience = 20_000;

/** Starts a project's real process, and waits until something answers on its port; then stops it. */
export async function answers({
  folder,
  facts,
  port,
  env,
}: {
  readonly folder: string;
  readonly facts: Facts;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
}): Promise<Started> {
  const words = facts.start?.value ?? [];
  if (words.length === 0) return { held: false, seen: 'no start command was found' };
  // The shell fills in `$PORT`; env takes the variables in front.
  const line = `exec env ${words.map((word) => `"${word}"`).join(' ')}`;
  const child = spawn('sh', ['-c', line], {
    cwd: folder,
    env: withPrograms(env, folder),
    stdio: 'pipe',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (said += data.toString('utf8')));
  const ended = new Promise<number>((done) => {
    child.once('error', () => done(-1));
    child.once('close', (code) => done(code ?? 0));
  });
  let isOver = false;
  void ended.then(() => (isOver = true));
  const status = await answerOn(`http://127.0.0.1:${port}/`, () => isOver);
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
  const held = isAnswer(status);
  return { held, seen: held ? `${status} on ${port}` : `${status} ${said.slice(-2_000)}` };
}

/** The programs of the project's own packages. */
const withPrograms = (env: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv => ({
  ...env,
  PATH: `${folder}/node_modules/.bin:${folder}/.venv/bin:${env.PATH}`,
});

/** Whether a status is one of a process that works: an unknown address is no fault of it. */
export const isAnswer = (status: number | undefined): boolean =>
  status !== undefined && status < 500;

/** The first status that an address answers with, whatever it is. */
export async function answerOn(
  address: string,
  isOver: () => boolean,
): Promise<number | undefined> {
  const end = Date.now() + patience;
  while (Date.now() < end && !isOver()) {
    const reply = await fetch(address).catch(() => undefined);
    if (reply) return reply.status;
    await wait(100);
  }
  return undefined;
}
