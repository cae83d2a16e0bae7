import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a command in this terminal. Rejects when it fails. */
export async function run(command: string, args: string[], env = process.env): Promise<void> {
  // On Windows package managers are scripts, which only a shell can start.
  const child = spawn(command, args, {
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}
