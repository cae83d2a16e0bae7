import { spawn } from 'node:child_process';
import type { Manager } from './managers/manager.ts';

/** Runs the manager's install in a project; resolves to its exit code. Output goes to `stdio`. */
export function install(
  root: string,
  { install: command, relock }: Manager,
  quiet: boolean,
): Promise<number> {
  const [program = '', ...words] = [command, relock].join(' ').trim().split(' ');
  return new Promise((done) => {
    const child = spawn(program, words, {
      cwd: root,
      stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', () => done(127));
    child.on('close', (code) => done(code ?? 1));
  });
}
