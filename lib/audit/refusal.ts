import { expect } from './failure.ts';
import type { Child } from './processes/launch.ts';
import { freePort } from './processes/ports.ts';
import { runningOf } from './processes/running.ts';
import { until } from './processes/time.ts';
import type { Environment, Kind, Running, Subject } from './types.ts';

const EX_CONFIG = 78;

/** Starts a process that must end by itself with 78, naming every one of the variables. */
export async function refuses(
  app: Subject,
  kind: Kind,
  changes: Environment,
  names: readonly string[],
) {
  const port = await freePort();
  const child = await app.launch(kind, { PORT: String(port), ...changes });
  const running = runningOf(child, port, app.secrets.token);
  await until(
    () => ended(running),
    20,
    () => 'the process neither ends nor answers',
  );
  expect(child.exit !== undefined, `it starts all the same, without a good ${names.join(', ')}`);
  const { code, signal } = child.exit;
  const said = `standard error: ${child.stderr.trim().slice(0, 400) || 'nothing'}`;
  expect(code === EX_CONFIG, `exit ${code ?? signal}, not ${EX_CONFIG}; ${said}`);
  const missing = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(child.stderr));
  expect(missing.length === 0, `does not name ${missing.join(', ')}; ${said}`);
  return child;
}

/** Whether a process ended, or answers and so will not. */
async function ended({ child, ask }: Running): Promise<boolean> {
  if (child.exit) return true;
  return ask('GET /healthz', { timeout: 2 }).then(
    () => true,
    () => false,
  );
}

/** None of the values is in what the process wrote. */
export function showsNone(child: Child, changes: Environment): void {
  const output = child.stdout + child.stderr;
  for (const [name, value] of Object.entries(changes)) {
    const shown = value !== undefined && value.length > 3 && output.includes(value);
    expect(!shown, `prints the value of ${name}`);
  }
}

/** The changes that take variables out. */
export function unset(names: readonly string[]): Environment {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
