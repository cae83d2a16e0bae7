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

/** A machine that takes every connection and never says a word; how long somebody held one, in seconds. */
async function silence() {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  const server = createServer((socket) => {
    first = Math.min(first, performance.now());
    socket.resume().on('error', () => undefined);
    socket.on('close', () => {
      last = performance.now();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, port, held: () => (last - first) / 1000 };
}

test.each([
  ['imagine', 'http', () => [built.bin]],
  ['yo imagine', 'http', () => [...built.yo, 'imagine']],
  ['yo imagine', 'https', () => [...built.yo, 'imagine']],
])(
  '%s: a registry that never answers by %s costs three seconds, and is told',
  async (door, scheme, words) => {
    const { server, port, held } = await silence();
    const registry = `${scheme}://127.0.0.1:${port}/`;
    const env = { PATH: process.env.PATH, HOME: folder.path, npm_config_registry: registry };
    const shop = `./shop-${door.length}-${scheme}`;
    const all = [...words(), shop, '--defaults', '--skip-install', '--skip-git'];
    const child = spawn(process.execPath, all, { cwd: folder.path, env });
    let told = 0;
    child.stdout.on('data', () => {
      told = performance.now();
    });
    const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    const lingered = (performance.now() - told) / 1000;
    server.close();
    expect(code).toBe(0);
    expect(stdout).toMatch(/no answer from the registry for \d+ of \d+ packages: bundled/);
    expect(held()).toBeGreaterThan(0);
    expect(held()).toBeLessThan(3.5);
    // Much less where the machine does nothing else.
    expect(lingered).toBeLessThan(5);
  },
);
