import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildBin } from './built.ts';
import { scratch } from './process.ts';
import { readFolder } from './run.ts';

let built: ReturnType<typeof buildBin>;
let folder: ReturnType<typeof scratch>;
beforeAll(() => {
  built = buildBin();
  folder = scratch();
});
afterAll(() => {
  built.remove();
  folder.remove();
});

/** A manager that starts a process of its own, as npm starts scripts, and takes long; it may be stubborn. */
const slow = (trap: string): string =>
  `#!/bin/sh\n${trap}\nsleep 300 &\necho $$ $! > "$PIDS"\necho installing\nwait\nwait\n`;

const isAlive = (pid: string): boolean =>
  spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).stdout.match(/^[^Z]/) !== null;

test.each([
  ['imagine', 'SIGINT', ''],
  ['imagine', 'SIGTERM', "trap '' TERM"],
  ['yo', 'SIGINT', ''],
  ['yo', 'SIGTERM', ''],
] as const)(
  '%s, %s during the install %s: files whole, exit 4, nothing left running',
  async (...row) => {
    const [door, signal, trap] = row;
    const place = join(folder.path, row.join('-').replaceAll(/\W+/g, '-'));
    const pids = join(place, 'pids');
    mkdirSync(place);
    writeFileSync(join(place, 'npm'), slow(trap), { mode: 0o755 });
    const words = door === 'imagine' ? [built.bin, 'app'] : [...built.yo, 'imagine'];
    const env = { PATH: `${place}:/usr/bin:/bin`, HOME: place, PIDS: pids };
    const all = [...words, 'shop', '--defaults', '--offline', '--skip-git'];
    const child = spawn(process.execPath, all, { cwd: place, env });
    let stop = 0;
    child.stdout.on('data', (chunk) => {
      if (!String(chunk).includes('installing')) return;
      stop = performance.now();
      child.kill(signal);
    });
    const ended = once(child, 'close');
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(await ended).toEqual([4, null]);
    expect(stop).toBeGreaterThan(0);
    expect(performance.now() - stop).toBeLessThan(4000);
    expect(stderr).toMatch(
      new RegExp(`the files are written, but \`npm install\` .* by ${signal}\n`),
    );
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toMatch(/Next:\n {2}cd shop\n {2}npm install\n/);
    expect(Object.keys(readFolder(join(place, 'shop'))).length).toBeGreaterThan(60);
    const left = readFileSync(pids, 'utf8').trim().split(' ');
    expect(left).toHaveLength(2);
    expect(left.filter(isAlive)).toEqual([]);
  },
);
