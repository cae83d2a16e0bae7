/** One thing that was looked at: whether it held, and what was seen. */
export interface Row {
  readonly check: string;
  readonly result: 'ok' | 'failed' | 'absent';
  readonly seen: string;
}

/** A row that is ok where `held`, else failed. */
export function row(check: string, held: boolean, seen: string): Row {
  return { check, result: held ? 'ok' : 'failed', seen };
}

/** Ok where nothing was found; what was found is shown, at most five of it. */
export function noneOf(check: string, found: readonly string[], ok = 'none'): Row {
  const more = found.length > 5 ? ` and ${found.length - 5} more` : '';
  return row(check, found.length === 0, found.slice(0, 5).join(', ') + more || ok);
}

/** Prints the rows. Promises the exit code: 0 only if there are rows and none failed. */
export function report(rows: readonly Row[]): number {
  const width = Math.max(0, ...rows.map(({ check }) => check.length));
  for (const { check, result, seen } of rows) {
    const [first = '', ...rest] = seen.trim().split('\n');
    console.log(`${result.padEnd(7)} ${check.padEnd(width)}  ${first}`.trimEnd());
    for (const line of rest) console.log(`        ${line}`);
  }
  const failed = rows.filter(({ result }) => result === 'failed').length;
  console.log(`${rows.length} checked, ${failed} failed`);
  return rows.length > 0 && failed === 0 ? 0 : 1;
}
