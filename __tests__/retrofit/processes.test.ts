import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { scratch } from '../process.ts';
import type { Texts } from '../run.ts';
import { fact, retrofit, write } from './support.ts';

/** A server of Node's own that answers after half a second, as each kind of source says it. */
const body = `
const server = createServer((_request, response) => {
  setTimeout(() => response.end('slow'), 500);
});

server.listen(Number(process.env.PORT ?? 4000), '127.0.0.1');
`;
const sources: Readonly<Record<string, Texts>> = {
  CommonJS: {
    'server.js': `const { createServer } = require('node:http');\n${body}`,
    'package.json': '{ "name": "slow" }\n',
  },
  ESM: {
    'src/server.mjs': `import { createServer } from 'node:http';\n${body}`,
    'package.json': '{ "name": "slow" }\n',
  },
  TypeScript: {
    'src/server.ts': `import { createServer } from 'node:http';\nimport './other.ts';\n${body}`,
    'src/other.ts': 'export {};\n',
    'package.json': '{ "name": "slow", "type": "module" }\n',
  },
};

interface Running {
  readonly process: ChildProcess;
  readonly address: string;
}

async function start(folder: string, entry: string, port: number, more = {}): Promise<Running> {
  const env = { PATH: process.env.PATH, PORT: String(port), ...more };
  const child = spawn(process.execPath, [join(folder, entry)], { env, stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`${address}/healthz`).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return { process: child, address };
}

describe.each(Object.keys(sources))('a server in %s', (name) => {
  const before = sources[name] as Texts;
  const entry = Object.keys(before)[0] as string;
  const facts = {
    entry: fact(entry),
    start: fact(['node', entry]),
    listen: fact({ file: entry, line: 8, name: 'server' }),
  };
  const { path, remove } = scratch();
  const port = 24100 + Object.keys(sources).indexOf(name);
  let texts: Texts;
  beforeAll(async () => {
    ({ texts } = await retrofit(before, 'processes', {}, facts));
    write(path, texts);
  });
  afterAll(remove);

  test('has its lines before it listens, and a second run changes nothing', async () => {
    expect(texts[entry]).toContain(
      'answerHealth(server);\nshutDownGracefully(server);\nserver.listen(',
    );
    const again = await retrofit(texts, 'processes', {}, facts);
    expect(again.plan.changes).toEqual([]);
  });

  test('answers health addresses, finishes what is under way on SIGTERM, even sent twice, and exits 0', async () => {
    const running = await start(path, entry, port);
    expect((await fetch(`${running.address}/healthz`)).status).toBe(200);
    expect((await fetch(`${running.address}/readyz`)).status).toBe(200);
    const slow = fetch(running.address).then((response) => response.text());
    await new Promise((done) => setTimeout(done, 100));
    running.process.kill('SIGTERM');
    await new Promise((done) => setTimeout(done, 50));
    running.process.kill('SIGTERM');
    expect(await slow).toBe('slow');
    const [code] = await once(running.process, 'exit');
    expect(code).toBe(0);
  });

  test('stops at once where nothing is under way, and gives up on what lasts too long', async () => {
    const idle = await start(path, entry, port);
    const since = Date.now();
    idle.process.kill('SIGTERM');
    expect((await once(idle.process, 'exit'))[0]).toBe(0);
    expect(Date.now() - since).toBeLessThan(1000);
    const hasty = await start(path, entry, port, { SHUTDOWN_TIMEOUT: '0.1' });
    const cut = fetch(hasty.address).then(
      () => 'answered',
      () => 'cut',
    );
    await new Promise((done) => setTimeout(done, 100));
    hasty.process.kill('SIGTERM');
    expect((await once(hasty.process, 'exit'))[0]).toBe(1);
    expect(await cut).toBe('cut');
  });
});
