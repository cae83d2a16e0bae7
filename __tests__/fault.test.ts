import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
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

/** A fault that nobody foresaw: as the plan's own files are put into words. */
const broken = `data:text/javascript,const whole = JSON.stringify; JSON.stringify = (...all) => {
  if (typeof all[0]?.['package.json'] === 'string') throw new TypeError('not foreseen');
  return whole(...all); }`;

test.each(['imagine', 'yo'])(
  '%s: a fault of the tool is one line, with what to do; the stack with DEBUG',
  (door) => {
    const path = join(folder.path, door);
    mkdirSync(path);
    const words = door === 'yo' ? [...built.yo, 'imagine'] : [built.bin];
    const all = ['--import', broken, ...words, '--offline', '--skip-install', '--name', 'shop'];
    const run = (debug: Readonly<Record<string, string>>) => {
      const env = { PATH: process.env.PATH, HOME: folder.path, ...debug };
      const { status, stderr } = spawnSync(process.execPath, all, {
        cwd: path,
        env,
        encoding: 'utf8',
      });
      return { status, lines: stderr.trim().split('\n') };
    };
    const { status, lines } = run({});
    expect(status).toBe(1);
    expect(lines.at(-1)).toMatch(
      /not foreseen \(a fault of generator-imagine [\d.]+, Node .*: report it/,
    );
    // The first line under yo is Yeoman's own heading.
    expect(lines).toHaveLength(door === 'yo' ? 2 : 1);
    expect(run({ DEBUG: 'imagine' }).lines.join('\n')).toMatch(/TypeError: not foreseen\n\s+at /);
    expect(readFolder(path)).toEqual({});
  },
);
