import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../validators/command.ts';
import { report, row } from '../validators/rows.ts';

/** What check-image must find in the bad sample, whose files lie upon the good one's. */
const faults = [
  'web: docker build --check',
  'web: size over its base',
  'web: numeric user, not root',
  'web: HEALTHCHECK',
  'web: no secret in configuration or history',
  'web: no development dependency',
  'web: no .env',
  'web: no .git',
  'web: no test file',
  'web: no database file',
  'web: no secret in any byte',
  'web: healthy when locked down',
  'web: the server is process 1',
  'web: SIGTERM ends it with 0',
];

const samples = join(import.meta.dirname, 'samples');

async function failuresIn(...layers: string[]): Promise<string[]> {
  const app = await mkdtemp(join(tmpdir(), 'imagine-sample-'));
  try {
    for (const layer of layers) await cp(join(samples, layer), app, { recursive: true });
    const program = join(import.meta.dirname, 'check-image.ts');
    const { code, stdout, stderr } = await run(process.execPath, [program, app, '22090']);
    const lines = stdout.split('\n').filter((line) => line.startsWith('failed'));
    const failures = lines.map((line) => line.slice(8).split(/ {2,}/)[0] ?? '');
    return code === 0 || failures.length > 0 ? failures : [`exit ${code}: ${stderr}`];
  } finally {
    await rm(app, { recursive: true, force: true });
  }
}

const good = await failuresIn('good');
const bad = await failuresIn('good', 'bad');
process.exitCode = report([
  row('the good sample passes', good.length === 0, good.join(', ')),
  ...faults.map((fault) => row(`finds ${fault}`, bad.includes(fault), '')),
]);
