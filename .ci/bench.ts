import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeApp } from './bench/copies.ts';
import {
  measureBoot,
  measureFeatures,
  measureRequests,
  preparePrograms,
} from './bench/requests.ts';
import { measureTool } from './bench/tool.ts';

/** How many times the CPU of bare Express an app may take to start and stop. */
const mostBoot = 6;

/**
 * Measures the tool and the app that it makes, in ratios; prints Markdown tables.
 * `--check`: exit 1 where a start costs too much; `--app DIR`: an installed app, else one is made;
 * `--tool`: of the tool alone.
 */
const { values } = parseArgs({
  options: { check: { type: 'boolean' }, app: { type: 'string' }, tool: { type: 'boolean' } },
});
const scratch = await mkdtemp(join(tmpdir(), 'imagine-bench-'));
try {
  console.log(`${await measureTool(scratch)}\n`);
  if (!values.tool) await measureApp();
} finally {
  await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
}

async function measureApp(): Promise<void> {
  const app = values.app === undefined ? join(scratch, 'shop') : resolve(values.app);
  if (values.app === undefined) await makeApp(app);
  const programs = await preparePrograms(app, scratch);
  const boot = await measureBoot(programs);
  console.log(`${boot.text}\n`);
  console.log(`${await measureRequests(programs)}\n`);
  console.log(await measureFeatures(app, scratch, programs.app));
  if (values.check && boot.worst > mostBoot) {
    console.error(`start and stop: ${boot.worst.toFixed(1)}×, at most ${mostBoot}× is wanted`);
    process.exitCode = 1;
  }
}
