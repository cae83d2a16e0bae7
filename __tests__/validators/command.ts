import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** How a program ended; `code` is -1 where a signal or the time limit ended it. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how a program runs. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** seconds, 600 if not given */
  readonly limit?: number;
}

/** Runs a program to its end. Rejects only where it can't be started. */
export async function run(
  program: string,
  args: readonly string[],
  { cwd, env = process.env, limit = 600 }: Surroundings = {},
): Promise<Outcome> {
  const child = spawn(program, args, {
    env,
    timeout: limit * 1000,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? -1));
  });
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

/** Runs a program that must succeed. Promises its standard output; rejects with its last lines. */
export async function must(
  program: string,
  args: readonly string[],
  surroundings: Surroundings = {},
): Promise<string> {
  const outcome = await run(program, args, surroundings);
  if (outcome.code === 0) return outcome.stdout;
  const said = lastLines(outcome.stderr + outcome.stdout, 20);
  throw new Error(`${program} ${args.join(' ')}: exit ${outcome.code}\n${said}`);
}

/** The last `count` lines of a text that are not empty. */
export function lastLines(said: string, count: number): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-count).join('\n');
}
