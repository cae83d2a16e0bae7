import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

/** What of the tool failed, and where that is to be reported, as the package names it. */
export function reportTo(): string {
  const { name, version, bugs } = JSON.parse(
    readFileSync(join(packageRoot, 'package.json'), 'utf8'),
  );
  const where = bugs?.url ? `at ${bugs.url}` : 'to whom you have it from';
  return `a fault of ${name} ${version}, Node ${process.versions.node} on ${process.platform}: report it ${where}, with what DEBUG=imagine shows`;
}
