import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { doneFile, lockFile } from './journal.ts';

/** Before a project is read: waits for another run in it, and undoes one that was killed. Throws, code 3. */
export async function tidy(root: string): Promise<void> {
  if (![lockFile, doneFile].some((name) => existsSync(join(root, name)))) return;
  const { recover } = await import('./undo.ts');
  await recover(root);
}
