import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** How long a program may be silent, in milliseconds. */
const patience = 3000;

/** What a program printed, and whether it came to a good end. */
export interface Answer {
  readonly text: string;
  readonly isWhole: boolean;
}

/**
 * What a program prints to an input, run in a folder (or a neutral one, where that is not there yet).
 * It is ended after `limit` milliseconds, or 3 s of silence: a dead network costs no more.
 */
export function answerOf(
  [program = '', ...words]: readonly string[],
  input: string,
  folder: string,
  limit: number,
): Promise<Answer> {
  return new Promise((done) => {
    const cwd = existsSync(folder) ? folder : tmpdir();
    const child = spawn(program, words, { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
    const end = (): boolean => child.kill('SIGKILL');
    let silence = setTimeout(end, patience);
    const whole = setTimeout(end, limit);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      clearTimeout(silence);
      silence = setTimeout(end, patience);
    });
    const settle = (isWhole: boolean): void => {
      clearTimeout(silence);
      clearTimeout(whole);
      done({ text, isWhole });
    };
    child.on('error', () => settle(false));
    child.on('close', (code) => settle(code === 0));
    child.stdin.on('error', () => undefined).end(input);
  });
}
