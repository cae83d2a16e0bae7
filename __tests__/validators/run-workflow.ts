import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { act } from './act.ts';
import { cache, tools, withTools } from './cache.ts';
import { must } from './command.ts';
import { completeLock } from './lock.ts';
import { type Row, report, row } from './rows.ts';
import { commitAll, scratchOf } from './scratch.ts';
import { startServices } from './services.ts';
import { stubsOf } from './stubs.ts';
import { readWorkflow, type Workflow } from './workflow.ts';

/** What a step may know of this machine: certificates, proxies, settings of package managers. */
const known = [
  /^(HOME|USER|LANG|TMPDIR)$/,
  /_CERTS?$|_CA_|^SSL_|_proxy$/i,
  /^(npm_config|pip|uv|poetry)_/i,
];

function environment(): NodeJS.ProcessEnv {
  const entries = Object.entries(withTools).filter(([name]) =>
    known.some((pattern) => pattern.test(name)),
  );
  const first = [join(tools, 'no-terminal'), dirname(process.execPath)];
  const path = [...first, withTools.PATH].join(':');
  return { ...Object.fromEntries(entries), PATH: path, LANG: 'C.UTF-8' };
}

/** The engine, where a step names docker. */
async function engineFor(workflows: readonly Workflow[]): Promise<NodeJS.ProcessEnv> {
  const steps = workflows.flatMap(({ jobs }) => Object.values(jobs)).flatMap((job) => job.steps);
  if (!steps.some((step) => step?.run?.includes('docker '))) return {};
  await must(join(tools, 'containers.sh'), [], { limit: 1800 });
  return {
    DOCKER_HOST: `unix://${join(cache, 'engine/docker.sock')}`,
    DOCKER_CONFIG: join(cache, 'docker'),
  };
}

async function runWorkflows(app: string, on: string): Promise<Row[]> {
  const { folder } = await scratchOf(app);
  try {
    const home = join(folder, '.github/workflows');
    const files = (await readdir(home)).filter((name) => /\.ya?ml$/.test(name));
    const all = await Promise.all(files.map((name) => readWorkflow(join(home, name))));
    const workflows = all.filter(({ events }) => events.includes(on));
    const rows: Row[] = [row(`workflows on ${on}`, workflows.length > 0, files.join(', '))];
    rows.push(await completeLock(folder));
    await commitAll(folder);
    const env = { ...environment(), ...(await engineFor(workflows)) };
    for (const workflow of workflows) {
      const { rows: stubRows, options } = stubsOf(workflow);
      const services = await startServices(workflow);
      rows.push(...stubRows, ...services.rows);
      try {
        rows.push(...(await act(workflow, { folder, on, options, env })));
      } finally {
        await services.stop();
      }
    }
    return rows;
  } finally {
    await rm(dirname(folder), { recursive: true, force: true });
  }
}

const [app, on = 'push'] = process.argv.slice(2);
if (app === undefined) {
  console.error('usage: run-workflow.ts <app directory> [event]');
  process.exit(2);
}
await must(join(tools, 'go-tools.sh'), ['checks'], { limit: 1200 });
process.exitCode = report(await runWorkflows(app, on));
