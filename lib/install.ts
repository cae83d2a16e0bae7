import { spawn } from 'node:child_process';
import type { Project } from './types.ts';

/** Runs a project's install; resolves to its exit code. Output goes to `stdio`. */
export function install(root: string, project: Project, quiet: boolean): Promise<number> {
  const [program = '', ...words] = [project.stack.language.install(project), project.manager.relock]
    .join(' ')
    .trim()
    .split(' ');
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
