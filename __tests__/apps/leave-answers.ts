import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../lib/audit/processes/ports.ts';
import { type Row, row } from '../validators/rows.ts';
import type { Copy } from './leave-copy.ts';

type Get = (path: string) => Promise<Response>;

/** Waits for up to a minute until the app says that it lives. */
async function waitFor(get: Get): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await get('/healthz').catch(() => undefined))?.ok) return;
    await sleep(200);
  }
}

/** Starts an app, and asks it and its OpenAPI document for addresses of lists, which has no other. */
export async function ask({ folder, way }: Copy, wanted: readonly string[]): Promise<Row[]> {
  const PORT = String(await freePort());
  const API_TOKENS = 'token-of-the-sample-test';
  const env = { ...process.env, ...way.variables, PORT, API_TOKENS };
  const [program = '', ...words] = way.start;
  const child = spawn(program, words, { cwd: folder, env, stdio: 'ignore' });
  const ended = new Promise((done) => child.once('close', done));
  const headers = { Authorization: `Bearer ${API_TOKENS}` };
  const get: Get = (path) => fetch(`http://127.0.0.1:${PORT}${path}`, { headers });
  try {
    await waitFor(get);
    return await lookAt(get, wanted);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function lookAt(get: Get, wanted: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const path of wanted) {
    const status = await get(path).then((answer) => String(answer.status), String);
    rows.push(row(`GET ${path}`, status === '200', status));
  }
  const told = await get('/openapi.json').then((answer) => answer.text(), String);
  const lists = [...told.matchAll(/"(\/api\/[^"/{}]+)":/g)].map(([, path = '']) => path).sort();
  const same = lists.join() === [...wanted].sort().join();
  return [
    ...rows,
    row('/openapi.json tells the same', same, lists.join(', ') || told.slice(0, 200)),
  ];
}
