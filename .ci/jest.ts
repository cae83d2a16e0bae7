import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs Jest, and counts; a test that was skipped is a failure here. */
const folder = mkdtempSync(join(tmpdir(), 'imagine-jest-'));
const file = join(folder, 'result.json');
const run = [
  'run',
  'jest',
  '--',
  '--ci',
  '--json',
  `--outputFile=${file}`,
  ...process.argv.slice(2),
];
const { status } = spawnSync('npm', run, { stdio: ['ignore', 'ignore', 'inherit'] });
const result = JSON.parse(readFileSync(file, 'utf8'));
rmSync(folder, { recursive: true });
const skipped = result.numPendingTests + result.numTodoTests;
const broken = result.numRuntimeErrorTestSuites;
const failed = result.numFailedTests + skipped + broken + (status !== 0 && result.success ? 1 : 0);
console.log(`${result.numTotalTests + broken} checked, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
