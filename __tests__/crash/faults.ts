/**
 * Loaded before a program (`node --import`): makes one of its calls that change files fail, or kills
 * the process at it. FAULT is `<kind>:<number>`, FAULT_ROOT the folder in which calls are counted.
 * At its end the process tells on descriptor 3, if that is open, how many calls there were.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const names = [
  ...['mkdirSync', 'openSync', 'writeSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'chmodSync'],
  ...['linkSync', 'copyFileSync', 'renameSync', 'rmSync', 'rmdirSync'],
] as const;
const [kind = '', number = '0'] = (process.env.FAULT ?? '').split(':');
const root = process.env.FAULT_ROOT ?? '/nowhere';
const open = new Set<unknown>();
let calls = 0;

function fail(name: string): never {
  throw Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), { code: 'ENOSPC' });
}

/** What happens at the chosen call; a write stops in its middle. */
const kinds: Readonly<Record<string, (name: string, call: (half: boolean) => unknown) => void>> = {
  fail: (name, call) => {
    if (name === 'closeSync') call(false);
    fail(name);
  },
  half: (name, call) => {
    if (name.startsWith('write')) call(true);
    fail(name);
  },
  kill: (name, call) => {
    if (name.startsWith('write')) call(true);
    process.kill(process.pid, 'SIGKILL');
  },
};

const all = fs as unknown as Record<string, (...given: unknown[]) => unknown>;
for (const name of names) {
  const original = all[name] as (...given: unknown[]) => unknown;
  all[name] = (...given) => {
    const [first, second, ...rest] = given;
    const reads = name === 'openSync' && !/[wax]/.test(String(second));
    const counted = !reads && (String(first).startsWith(root) || open.has(first));
    if (counted && ++calls === Number(number)) {
      const half = String(second).slice(0, String(second).length / 2);
      kinds[kind]?.(name, (cut) => original(first, cut ? half : second, ...rest));
    }
    const result = original(...given);
    if (counted && name === 'openSync') open.add(result);
    if (name === 'closeSync') open.delete(first);
    return result;
  };
}
syncBuiltinESMExports();
const write = fs.writeSync;
process.on('exit', () => {
  if (process.env.FAULT === 'count:0') write(3, String(calls));
});
