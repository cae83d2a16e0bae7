import type { Row } from '../../__tests__/validators/rows.ts';
import type { Demo } from './commands.ts';
import { factors } from './factors.ts';

/** One line a step: its result, seconds, name, and what was seen. */
export function stepLines({ check, result, seen }: Row, seconds: number): string {
  const [first = '', ...rest] = seen.split('\n');
  const head = `${result.padEnd(6)} ${seconds.toFixed(1).padStart(6)} s  ${check.padEnd(34)}`;
  return [`${head} ${first}`.trimEnd(), ...rest.map((line) => `       ${line}`)].join('\n');
}

/** The factors with what was checked of each; a factor holds where all its proofs do. */
export function factorRows(rows: readonly Row[]): readonly Row[] {
  const ok = new Set(rows.filter(({ result }) => result === 'ok').map(({ check }) => check));
  return factors.map(({ name, checked, proofs }) => {
    const missing = proofs.filter((proof) => !ok.has(proof));
    const seen = missing.length === 0 ? checked : `${checked}\nnot shown: ${missing.join(', ')}`;
    return { check: name, result: missing.length === 0 ? 'ok' : 'failed', seen };
  });
}

/** Where to look while the processes run. */
export function addressLines({ folder, web, admin }: Demo): string {
  return [
    `  todos     ${web?.base}/api/todos`,
    `  Swagger   ${web?.base}/docs`,
    `  GraphiQL  ${web?.base}/graphql`,
    `  admin     ${admin?.base}/admin`,
    '            as ADMIN_EMAIL with ADMIN_PASSWORD, both in',
    `            ${folder}/.env`,
  ].join('\n');
}
