import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** How long a program may be silent, in milliseconds. */
const patience = 3000;
/** How long it may take in all. */
const limit = 15_000;

/**
 * What a program prints to an input, run in a folder (or a neutral one, where that is not there yet).
 * Empty where it fails, is not there, or is silent for 3 s: a dead network costs no more.
 */
export function answerOf(
  [program = '', ...words]: readonly string[],
  input: string,
  folder: string,
): Promise<string> {
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
    const settle = (answer: string): void => {
      clearTimeout(silence);
      clearTimeout(whole);
      done(answer);
    };
    child.on('error', () => settle(''));
    child.on('close', (code) => settle(code === 0 ? text : ''));
    child.stdin.on('error', () => undefined).end(input);
  });
}
