import { type ChildProcess, spawn } from 'node:child_process';
import { installOf } from './existing/everyday.ts';
import type { Signal, Watch } from './signals.ts';
import type { Project } from './types.ts';

/** How long an install that was asked to stop may take to do so, in milliseconds. */
const patience = 2000;
/** It and all that it starts are a group of processes of their own, which can be ended as a whole. */
const detached = process.platform !== 'win32';

/**
 * Runs a project's install, output to the terminal; resolves to what went wrong, if anything. A
 * signal that `watch` hears of ends it with all that it started.
 */
export async function install(
  root: string,
  project: Project,
  { quiet, watch }: { readonly quiet: boolean; readonly watch: Watch },
): Promise<string | undefined> {
  const line = `${installOf(project)} ${project.manager.relock}`.trim();
  const [program = '', ...rest] = line.split(' ');
  if (watch.seen()) return `was stopped by ${watch.seen()}`;
  const child = spawn(program, rest, {
    cwd: root,
    stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
    shell: process.platform === 'win32' || /["&]/.test(line),
    detached,
  });
  const code = await ended(child, watch);
  if (watch.seen()) return `was stopped by ${watch.seen()}`;
  return code === 0 ? undefined : `failed (exit ${code})`;
}

function ended(child: ChildProcess, watch: Watch): Promise<number> {
  let last: NodeJS.Timeout | undefined;
  watch.heed((signal) => {
    // Whoever asks twice does not want to wait.
    end(child, last ? 'SIGKILL' : signal);
    last ??= setTimeout(() => end(child, 'SIGKILL'), patience);
  });
  return new Promise((done) => {
    child.on('error', () => done(127));
    child.on('close', (code) => {
      clearTimeout(last);
      if (watch.seen()) end(child, 'SIGKILL');
      done(code ?? 1);
    });
  });
}

/** Sends a signal to an install and all that it started, as far as they are still there. */
function end({ pid }: ChildProcess, signal: Signal | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    process.kill(detached ? -pid : pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
