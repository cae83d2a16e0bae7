import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from '../process.ts';
import { runAll, type Texts } from '../run.ts';
import { write } from './support.ts';

const before: Texts = {
  'server.js': `const { createServer } = require('node:http');

const server = createServer((_request, response) => response.end('hello'));

server.listen(Number(process.env.PORT ?? 4000), '127.0.0.1');
`,
  'package.json': '{ "name": "slow", "scripts": { "start": "node server.js" } }\n',
};

/** What `/readyz` and `/healthz` answer with a database's address. */
async function answers(folder: string, database: string, port: number): Promise<readonly number[]> {
  const env = { PATH: process.env.PATH, PORT: String(port), DATABASE_URL: database };
  const child = spawn(process.execPath, [join(folder, 'server.js')], { env, stdio: 'ignore' });
  const ask = (path: string): Promise<number> =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ status }) => status,
      () => 0,
    );
  for (let tries = 0; tries < 100 && (await ask('/healthz')) === 0; tries += 1)
    await new Promise((done) => setTimeout(done, 50));
  const found = [await ask('/readyz'), await ask('/healthz')];
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  return [...found, code];
}

test('/readyz of a retrofit is 503 while its database does not answer, /healthz stays 200', async () => {
  const { path, remove } = scratch();
  try {
    const given = { database: 'sqlite' };
    write(path, await runAll(before, ['processes', 'backing-services'], given));
    mkdirSync(join(path, 'folder'));
    expect(await answers(path, `sqlite:///${path}/data.sqlite`, 24120)).toEqual([200, 200, 0]);
    expect(await answers(path, `sqlite:///${path}/folder`, 24121)).toEqual([503, 200, 0]);
    expect(await answers(path, '', 24122)).toEqual([503, 200, 0]);
  } finally {
    remove();
  }
});

/** A client whose ping hangs, and counts how often it was asked. */
const hanging: Texts = {
  'server.js': `const { createServer } = require('node:http');
const { redis } = require('./cache');

const server = createServer((_request, response) => response.end(String(redis.asked)));

server.listen(Number(process.env.PORT ?? 4000), '127.0.0.1');
`,
  'cache.js': `const Redis = require('ioredis');

const redis = new Redis();

module.exports = { redis };
`,
  'node_modules/ioredis/index.js': `module.exports = class {
  asked = 0;
  ping() {
    this.asked += 1;
    return this.asked === 1 ? 'PONG' : new Promise(() => {});
  }
};
`,
  'package.json':
    '{ "name": "slow", "scripts": { "start": "node server.js" }, "dependencies": { "ioredis": "*" } }\n',
};

test('a service that hangs is named within its time, and not asked again while it hangs', async () => {
  const { path, remove } = scratch();
  const child = await started(path, 24123);
  try {
    const ask = async (way: string) => {
      const answer = await fetch(`http://127.0.0.1:24123${way}`);
      return `${answer.status} ${await answer.text()}`;
    };
    expect(await ask('/readyz')).toBe('200 ');
    const start = performance.now();
    const together = await Promise.all([ask('/readyz'), ask('/readyz'), ask('/healthz')]);
    expect(together).toEqual(['503 checkRedis', '503 checkRedis', '200 ']);
    expect(performance.now() - start).toBeLessThan(4000);
    expect(await ask('/')).toBe('200 2');
  } finally {
    child.kill('SIGKILL');
    remove();
  }
});

/** The service with the client that hangs, once it answers. */
async function started(folder: string, port: number) {
  write(folder, await runAll(hanging, ['processes'], {}));
  const env = { PATH: process.env.PATH, PORT: String(port) };
  const child = spawn(process.execPath, [join(folder, 'server.js')], { env, stdio: 'ignore' });
  const lives = () => fetch(`http://127.0.0.1:${port}/healthz`).then(Boolean, () => false);
  for (let tries = 0; tries < 100 && !(await lives()); tries += 1)
    await new Promise((done) => setTimeout(done, 50));
  return child;
}
