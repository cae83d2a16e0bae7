import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { scratch } from '../process.ts';
import { run, type Texts } from '../run.ts';
import { write } from './support.ts';

/** A module that starts a server a call; it answers at /slow after half a second. */
const serving = (imports: string, exports: string, type = ''): string => `${imports}

function serve(port${type}) {
  const server = createServer((request, response) => {
    setTimeout(() => response.end('served'), request.url === '/slow' ? 500 : 0);
  });
  server.listen(port, '127.0.0.1');
  return server;
}

${exports}
`;

const manifest = (more: object): string =>
  JSON.stringify({ name: 'two', scripts: { start: 'node main.js' }, ...more });

const esm = {
  'package.json': manifest({ type: 'module' }),
  'main.js':
    "import { serve } from './serve.js';\n\nserve(process.env.PORT);\nserve(process.env.PORT_TOO);\n",
};
const projects: Readonly<Record<string, Texts>> = {
  CommonJS: {
    'package.json': manifest({}),
    'main.js':
      "const { serve } = require('./serve');\n\nserve(process.env.PORT);\nserve(process.env.PORT_TOO);\n",
    'serve.js': serving(
      "const { createServer } = require('node:http');",
      'module.exports = { serve };',
    ),
  },
  ESM: {
    ...esm,
    'serve.js': serving("import { createServer } from 'node:http';", 'export { serve };'),
  },
};

/** Opens and closes a dozen of servers, and prints what the process then thinks of it. */
const dozen = (take: string): string => `${take}
process.on('warning', ({ message }) => console.log(message));
(async () => {
  for (let i = 0; i < 12; i++) {
    const server = serve(0);
    await new Promise((done) => server.once('listening', done));
    await new Promise((done) => server.close(done));
  }
  const open = Array.from({ length: 12 }, () => serve(0));
  await new Promise((done) => setTimeout(done, 50));
  console.log('open', process.listenerCount('SIGTERM'));
  await Promise.all(open.map((server) => new Promise((done) => server.close(done))));
  console.log('closed', process.listenerCount('SIGTERM'));
})();
`;

describe.each(Object.keys(projects))('a process with several servers in %s', (name) => {
  const { path, remove } = scratch();
  const port = 24140 + 2 * Object.keys(projects).indexOf(name);
  beforeAll(async () => {
    const texts = await run(projects[name] as Texts, 'processes');
    expect(texts['serve.js']).toContain('shutDownGracefully(server);');
    const take = name === 'ESM' ? "import { serve } from './serve.js';" : '';
    const required = name === 'ESM' ? '' : "const { serve } = require('./serve');";
    write(path, { ...texts, 'dozen.js': dozen(take || required) });
  });
  afterAll(remove);

  const start = (file: string) =>
    spawn(process.execPath, [join(path, file)], {
      env: { PATH: process.env.PATH, PORT: String(port), PORT_TOO: String(port + 1) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  test('ends when the last has answered', async () => {
    const child = start('main.js');
    const address = `http://127.0.0.1:${port + 1}`;
    for (let tries = 0; tries < 100; tries += 1) {
      if (await fetch(`${address}/readyz`).then(Boolean, () => false)) break;
      await new Promise((done) => setTimeout(done, 50));
    }
    const slow = fetch(`${address}/slow`).then((response) => response.text());
    await new Promise((done) => setTimeout(done, 100));
    child.kill('SIGTERM');
    expect(await slow).toBe('served');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  test('has one handler of a signal while one is open, and none after the last', async () => {
    const child = start('dozen.js');
    let printed = '';
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString();
    });
    await once(child, 'close');
    expect(printed).toBe('open 1\nclosed 0\n');
  });
});
