import { type ChildProcess, spawn } from 'node:child_process';
import type { Command, Kind } from '../types.ts';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A started process with all that it wrote. */
export interface Child {
  readonly kind: Kind;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: Exit | undefined;
  readonly ended: Promise<Exit>;
  /** The variables that it was given. */
  readonly environment: Readonly<Record<string, string>>;
  /** Sends a signal to the process itself, as a platform does. */
  signal(name: NodeJS.Signals): void;
  /** Ends the process and all that it started; harmless if it is over. */
  kill(): void;
}

/** Starts a command in a process group of its own, with exactly this environment. */
export function launch(
  kind: Kind,
  command: Command,
  directory: string,
  environment: Readonly<Record<string, string>>,
): Child {
  const [program = '', ...rest] = command.words;
  const env = { ...environment, ...command.variables };
  const started = spawn(program, rest, {
    cwd: directory,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return childOf(started, kind, environment);
}

function childOf(
  started: ChildProcess,
  kind: Kind,
  environment: Readonly<Record<string, string>>,
): Child {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    started[name]?.setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
    });
  }
  const state: { exit?: Exit } = {};
  const ended = endOf(started, (error) => {
    written.stderr += error.message;
  }).then((exit) => {
    state.exit = exit;
    return exit;
  });
  const signal = (name: NodeJS.Signals) => void started.kill(name);
  const kill = () => killGroup(started.pid);
  const own = { kind, ended, environment, signal, kill };
  return Object.defineProperties(own, {
    stdout: { get: () => written.stdout },
    stderr: { get: () => written.stderr },
    exit: { get: () => state.exit },
  }) as typeof own & Pick<Child, 'stdout' | 'stderr' | 'exit'>;
}

/** Settles when the process is over and all that it wrote has been read. */
function endOf(started: ChildProcess, tell: (error: Error) => void): Promise<Exit> {
  return new Promise((resolve) => {
    started.on('error', (error) => {
      tell(error);
      resolve({ code: 127, signal: null });
    });
    started.on('close', (code, signal) => resolve({ code, signal }));
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is already gone.
  }
}
