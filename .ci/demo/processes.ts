import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '../../lib/audit/failure.ts';
import { procfile } from '../../lib/audit/languages/procfile.ts';
import { launch } from '../../lib/audit/processes/launch.ts';
import { freePort } from '../../lib/audit/processes/ports.ts';
import { runningOf, waitUntilReady } from '../../lib/audit/processes/running.ts';
import type { Running } from '../../lib/audit/types.ts';
import type { Demo, Environment } from './commands.ts';

/** Seconds that processes have to stop before they are ended. */
const patience = 5;

/** Starts the web process as in development, on a free port; it knows where the admin will be. */
export async function startWeb(demo: Demo): Promise<string> {
  demo.adminPort = await freePort();
  const port = await freePort();
  const own = { PORT: `${port}`, ADMIN_PORT: `${demo.adminPort}` };
  demo.web = await start(demo, 'web', port, own);
  return `port ${port}`;
}

/** Starts the admin process as in development. */
export async function startAdmin(demo: Demo): Promise<string> {
  const port = demo.adminPort ?? (await freePort());
  demo.admin = await start(demo, 'admin', port, { ADMIN_PORT: `${port}` });
  return `port ${port}`;
}

/** The command of Procfile, without a shell or a package manager between, as a platform runs it. */
async function start(
  { folder, children, env }: Demo,
  kind: 'web' | 'admin',
  port: number,
  own: Environment,
): Promise<Running> {
  const words = procfile(folder)[kind]?.split(' ');
  expect(words !== undefined, `Procfile has no ${kind}`);
  const variables = { NODE_ENV: 'development', HOST: '127.0.0.1', ...own };
  const child = launch(kind, { words, variables }, folder, env);
  children.push(child);
  // In development every token is good.
  return waitUntilReady(runningOf(child, port, 'any'), ['/readyz']);
}

/** Ends everything that the demonstration started: asked first, after 5 s made to. */
export async function stopAll({ children }: Demo): Promise<void> {
  const open = children.filter(({ exit }) => exit === undefined);
  for (const child of open) child.signal('SIGTERM');
  const ended = Promise.all(open.map((child) => child.ended));
  await Promise.race([ended, sleep(patience * 1000, undefined, { ref: false })]);
  for (const child of open) child.kill();
}
