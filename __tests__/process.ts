import { spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a real run of the bin ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const bin = join(import.meta.dirname, '../bin/imagine.ts');

/** Runs the bin as a process of its own in a folder, without a terminal. */
export function imagine(cwd: string, words: readonly string[], input = ''): Ended {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const options = { cwd, env, input, encoding: 'utf8' } as const;
  const ended = spawnSync(process.execPath, [bin, ...words], options);
  return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
}

/** A scratch folder for one test, gone after it. */
export function scratch(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'imagine-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Every file of a folder: path → mode, time of the last change, text. */
export function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const stats = lstatSync(join(folder, name));
      const text = stats.isFile() ? readFileSync(join(folder, name), 'utf8') : '/';
      return [name, `${(stats.mode & 0o777).toString(8)} ${stats.mtimeMs} ${text}`];
    }),
  );
}
