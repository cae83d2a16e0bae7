import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from './settings.ts';

/** A process of the app, run as it is in production. */
export interface TestProcess {
  child: ChildProcess;
  /** Where it listens, once it says so. */
  url: Promise<string>;
  /** Resolves when it has ended. */
  end: Promise<{ code: number | null; output: string; errors: string }>;
}

/** Starts a file with exactly these variables besides the settings of tests. */
export function startProcess(
  file: string,
  env: NodeJS.ProcessEnv,
  args: string[] = [],
): TestProcess {
  const { PATH, NODE_V8_COVERAGE } = process.env;
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH, NODE_V8_COVERAGE, ...settings, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const outputs = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  const end = outputs.then(([output, errors]) => ({ code: child.exitCode, output, errors }));
  return { child, url: listening(child), end };
}

/** The lines of a log; fails on a line that is no JSON. */
export function linesOf(output: string): Record<string, unknown>[] {
  const lines = output.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line));
}

/** Asks until the condition holds, for ten seconds at most. */
export async function eventually(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await condition().catch(() => false)) return;
    await sleep(50);
  }
  throw new Error('it never came true');
}

async function listening(child: ChildProcess): Promise<string> {
  let seen = '';
  const { promise, resolve } = Promise.withResolvers<string>();
  child.stdout?.on('data', (chunk) => {
    seen += String(chunk);
    const [, port] = /"port":(\d+),"message":"listening"/.exec(seen) ?? [];
    if (port) resolve(`http://127.0.0.1:${port}`);
  });
  return promise;
}
