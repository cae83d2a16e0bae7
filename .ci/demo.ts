import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Row, report, row } from '../__tests__/validators/rows.ts';
import { audit } from './demo/audit.ts';
import { type Demo, outside } from './demo/commands.ts';
import { audited } from './demo/factors.ts';
import { stopAll } from './demo/processes.ts';
import { addressLines, factorRows, stepLines } from './demo/screen.ts';
import { type Step, steps } from './demo/steps.ts';

/**
 * Makes an app, starts it, looks at all twelve factors, and stays up until Ctrl-C.
 * `--check`: ends by itself, exit 0 only if all holds; `--keep`: leaves the app's folder.
 */
const { values } = parseArgs({
  options: { check: { type: 'boolean' }, keep: { type: 'boolean' } },
});
const scratch = await mkdtemp(join(tmpdir(), 'imagine-demo-'));
const demo: Demo = { folder: join(scratch, 'shop'), children: [], env: outside('') };
const rows: Row[] = [];
const { promise: asked, resolve: stop } = Promise.withResolvers<'stop'>();
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true;
    stop('stop');
  });
}

async function attempt(step: Step): Promise<boolean> {
  const start = performance.now();
  const [held, seen = ''] = await step.run(demo).then(
    (remark) => [true, remark] as const,
    (error: unknown) => [false, error instanceof Error ? error.message : String(error)] as const,
  );
  if (stopping) return false;
  const result = row(step.name, held, seen);
  rows.push(result);
  console.log(stepLines(result, (performance.now() - start) / 1000));
  return held || !step.needed;
}

const auditStep: Step = {
  name: `audit: ${audited.length} checks (1 to 2 minutes)`,
  async run() {
    const outcomes = await audit(demo);
    rows.push(...outcomes.map(({ id, status, remark = '' }) => row(id, status === 'ok', remark)));
    const failed = outcomes.filter(({ status }) => status !== 'ok');
    if (failed.length === 0) return `${outcomes.length} hold`;
    throw new Error(failed.map(({ id, remark }) => `${id}: ${remark}`).join('\n'));
  },
};

async function show(): Promise<void> {
  await mkdir(demo.folder);
  for (const step of [...steps, auditStep]) if (!(await attempt(step))) break;
  if (stopping) return;
  console.log('\nThe twelve factors\n');
  const held = report(factorRows(rows)) === 0 && rows.every(({ result }) => result === 'ok');
  process.exitCode = held ? 0 : 1;
  if (values.check || !demo.admin) return;
  console.log(`\nRunning until Ctrl-C:\n\n${addressLines(demo)}`);
  await asked;
}

const shown = show();
try {
  await Promise.race([shown, asked]);
} finally {
  await stopAll(demo);
  await shown.catch(() => undefined);
  await stopAll(demo);
  if (values.keep) console.log(`kept in ${demo.folder}`);
  else await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
}
if (stopping && process.exitCode === undefined) process.exitCode = 130;
