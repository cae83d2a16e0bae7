import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLines, run } from './command.ts';
import { type Row, row } from './rows.ts';
import { type Step, titleOf, type Workflow } from './workflow.ts';

/** A line that act writes with `--json`, as far as it is looked at. */
interface Line {
  readonly job?: string;
  readonly jobID?: string;
  readonly jobResult?: string;
  readonly stage?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly msg?: string;
  readonly level?: string;
  readonly raw_output?: boolean;
}

const event = { repository: { default_branch: 'main', private: false } };
const nothing = ['env-file', 'secret-file', 'var-file', 'input-file'].flatMap((option) => [
  `--${option}`,
  '/dev/null',
]);

function linesOf(said: string): Line[] {
  return said.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}

function rowOf(check: string, step: Step, index: number, lines: readonly Line[]): Row {
  const own = lines.filter(({ stage, stepID }) => stage === 'Main' && stepID?.[0] === `${index}`);
  const result = own.find(({ stepID, stepResult }) => stepResult && stepID?.length === 1);
  if (!result && step.if !== undefined) {
    return { check, result: 'absent', seen: `not run, if: ${step.if}` };
  }
  const output = own.filter(({ raw_output, level }) => raw_output || level === 'error');
  const said = lastLines(output.map(({ msg = '' }) => msg).join('\n'), 25);
  const isTolerated =
    step['continue-on-error'] === true &&
    result?.stepResult === 'failure' &&
    !/not found|No such file/i.test(said);
  const held = result?.stepResult === 'success' || isTolerated;
  return row(
    check,
    held,
    held
      ? isTolerated
        ? 'run, fails nothing'
        : 'run'
      : `${result?.stepResult ?? 'not reached'}\n${said}`,
  );
}

function rowsOf(workflow: Workflow, lines: readonly Line[]): Row[] {
  return Object.entries(workflow.jobs).flatMap(([id, job]) => {
    const own = lines.filter(({ jobID }) => jobID === id);
    const runs = [...new Set(own.flatMap((line) => line.job ?? []))];
    const check = `${workflow.name} ${id}`;
    if (!own.some(({ stepID }) => stepID)) {
      const seen = job.if === undefined ? 'not run' : `not run, if: ${job.if}`;
      return [{ check, result: job.if === undefined ? 'failed' : 'absent', seen }];
    }
    return runs.flatMap((instance) => {
      const at = own.filter((line) => line.job === instance);
      const suffix = runs.length > 1 ? `#${runs.indexOf(instance) + 1}` : '';
      return (job.steps ?? []).map((step, index) =>
        rowOf(`${check}${suffix}: ${titleOf(step)}`, step, index, at),
      );
    });
  });
}

/** Runs a workflow on this machine, every job of it; a row for each step. */
export async function act(
  workflow: Workflow,
  { folder, on, options, env }: ActOptions,
): Promise<Row[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'imagine-act-'));
  try {
    const payload = join(scratch, 'event.json');
    await writeFile(payload, JSON.stringify(event));
    const { code, stdout, stderr } = await run(
      'act',
      [
        ...[on, '--json', '--workflows', workflow.path, '--eventpath', payload],
        ...['--platform', 'ubuntu-latest=-self-hosted', '--concurrent-jobs', '1'],
        ...['--action-cache-path', scratch, '--no-cache-server', ...nothing, ...options],
      ],
      { cwd: folder, env, limit: 1500 },
    );
    const rows = rowsOf(workflow, linesOf(stdout + stderr));
    const seen = code === 0 ? 'exit 0' : `exit ${code}\n${lastLines(stderr, 3)}`;
    return [...rows, row(`${workflow.name}: act`, code === 0, seen)];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Where act runs, for which event, and with which actions in place of the real ones. */
export interface ActOptions {
  readonly folder: string;
  readonly on: string;
  readonly options: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}
