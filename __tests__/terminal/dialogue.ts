import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** What is typed once a text has come. */
export interface Step {
  readonly wait: string;
  readonly type: string;
}

/** How a dialogue went: what stood on the screen, with control characters (escape as ␛) and without. */
export interface Dialogue {
  readonly code: number;
  readonly raw: string;
  readonly text: string;
}

/** Keys by name. */
export const keys = { enter: '\r', down: '\u001b[B', space: ' ', stop: '\u0003' } as const;

/** Runs a program in a pseudo-terminal of 80 columns. Throws where an awaited text does not come. */
export function talk(
  cwd: string,
  words: readonly string[],
  steps: readonly Step[],
  env: Readonly<Record<string, string>> = {},
): Dialogue {
  const own = {
    PATH: process.env.PATH,
    HOME: cwd,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    ...env,
  };
  const input = JSON.stringify({ cwd, words: [process.execPath, ...words], steps, env: own });
  const script = join(import.meta.dirname, 'terminal.py');
  const { stdout, stderr } = spawnSync('python3', [script], { input, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  const { code, text, missing } = JSON.parse(stdout);
  const plain = stripVTControlCharacters(text).replaceAll('\r', '');
  if (missing !== null) throw new Error(`${JSON.stringify(missing)} did not come:\n${plain}`);
  return { code, raw: text.replaceAll('\u001b', '␛'), text: plain };
}
