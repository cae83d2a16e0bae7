import { join } from 'node:path';
import type { Outcome } from '../../lib/audit/types.ts';
import { type Demo, run } from './commands.ts';
import { audited } from './factors.ts';

const program = join(import.meta.dirname, '../../bin/audit.ts');

/** Audits what the twelve factors need; the audit starts processes and databases of its own. */
export async function audit(demo: Demo): Promise<readonly Outcome[]> {
  const words = [program, demo.folder, '--no-browser', '--json', '--only', audited.join(',')];
  const before = demo.children.length;
  // A failed check is exit 1 with a whole report.
  const failure = await run(demo, [process.execPath, ...words]).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    return JSON.parse(demo.children[before]?.stdout ?? '').outcomes;
  } catch {
    throw failure ?? new Error('the audit reports nothing');
  }
}
