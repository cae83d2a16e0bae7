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
