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

/** A machine that takes every connection and never says a word. */
async function silence() {
  const server = createServer((socket) => socket.on('error', () => undefined));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

test.each([
  ['imagine', 'http', () => [built.bin]],
  ['yo imagine', 'http', () => [...built.yo, 'imagine']],
  ['yo imagine', 'https', () => [...built.yo, 'imagine']],
])(
  '%s: a registry that never answers by %s costs three seconds, and is told',
  async (door, scheme, words) => {
    const { server, port } = await silence();
    const registry = `${scheme}://127.0.0.1:${port}/`;
    const env = { PATH: process.env.PATH, HOME: folder.path, npm_config_registry: registry };
    const shop = `./shop-${door.length}-${scheme}`;
    const all = [...words(), shop, '--defaults', '--skip-install', '--skip-git'];
    const start = performance.now();
    const child = spawn(process.execPath, all, { cwd: folder.path, env });
    const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    const seconds = (performance.now() - start) / 1000;
    server.close();
    expect(code).toBe(0);
    expect(stdout).toMatch(/no answer from the registry for \d+ of \d+ packages: bundled/);
    expect(seconds).toBeGreaterThan(2);
    // What is above three is for starting and writing on a machine that does other things, too.
    expect(seconds).toBeLessThan(door === 'imagine' ? 4.5 : 8);
  },
);
