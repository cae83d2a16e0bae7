import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

/** Where a fault of the tool is to be reported, as the package names it. */
export function reportTo(): string {
  const { name, bugs } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  return `report it ${bugs?.url ? `at ${bugs.url}` : `with npm bugs ${name}`}`;
}
