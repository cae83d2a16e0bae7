import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildBin } from './built.ts';
import { scratch } from './process.ts';

let built: ReturnType<typeof buildBin>;
const folder = scratch();
beforeAll(() => {
  built = buildBin();
});
afterAll(() => {
  built.remove();
  folder.remove();
});

test('a registry that never answers costs three seconds, and is told', async () => {
  const server = createServer((socket) => socket.on('error', () => undefined)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${port}/` };
  const words = [built.bin, './shop', '--defaults', '--skip-install', '--skip-git'];
  const start = performance.now();
  const child = spawn(process.execPath, words, { cwd: folder.path, env });
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const seconds = (performance.now() - start) / 1000;
  server.close();
  expect(code).toBe(0);
  expect(stdout).toMatch(/no answer from the registry for \d+ of \d+ packages: bundled/);
  expect(seconds).toBeGreaterThan(2);
  // A second of it is for starting and writing on a machine that does other things, too.
  expect(seconds).toBeLessThan(4.5);
});
