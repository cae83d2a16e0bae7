import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../lib/audit/processes/ports.ts';
import { noneOf, row } from '../validators/rows.ts';
import type { Copy } from './leave-copy.ts';

/** Asks the running app for what it lists. */
export async function ask({ folder, rows }: Copy, wanted: readonly string[]): Promise<void> {
  const port = String(await freePort());
  const token = 'token-of-the-sample-test';
  const env = { ...process.env, NODE_ENV: 'development', PORT: port, API_TOKENS: token };
  const child = spawn(process.execPath, ['src/web.ts'], { cwd: folder, env, stdio: 'ignore' });
  const ended = new Promise((done) => child.once('close', done));
  const get = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { Authorization: `Bearer ${token}` } });
  try {
    for (let tries = 0; tries < 300; tries += 1) {
      if ((await get('/healthz').catch(() => undefined))?.ok) break;
      await sleep(200);
    }
    for (const path of wanted) {
      const status = await get(path).then(
        ({ status }) => String(status),
        (error: unknown) => String(error),
      );
      rows.push(row(`GET ${path}`, status === '200', status));
    }
    const told = await get('/openapi.json').then((answer) => answer.text(), String);
    rows.push(
      noneOf(
        '/openapi.json tells them',
        wanted.filter((path) => !told.includes(`"${path}"`)),
        wanted.join(', '),
      ),
    );
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
