import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assetFolder } from '../../src/assets.ts';

/** Makes the files of a dashboard where a build has not: a `file` of them tells. */
export function prepareAssets(dashboard: string, file: string): void {
  if (existsSync(join(assetFolder(dashboard), file))) return;
  // AdminJS wants to be imported in another way than the app does it: a process of its own.
  execFileSync(process.execPath, ['scripts/assets.ts', dashboard], { stdio: 'ignore' });
}
