import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Stage, stages } from './stages.ts';

/** What came of a stage. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Runs one stage; a program that ends without its count, or badly without a failure, has failed. */
async function runStage({ name, run: [program = '', ...words] }: Stage): Promise<Count> {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number>((done) => child.once('close', (code) => done(code ?? 1)));
  let count: Count | undefined;
  for await (const line of createInterface(child.stdout)) {
    console.log(line);
    const [, checked, failed] = /^(\d+) checked, (\d+) failed$/.exec(line) ?? [];
    if (checked && failed)
      count = { passed: Number(checked) - Number(failed), failed: Number(failed) };
  }
  const bad = (await ended) !== 0 && (count?.failed ?? 0) === 0;
  const { passed, failed } = count ?? { passed: 0, failed: bad ? 0 : 1 };
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`== ${name}: ${passed} passed, ${failed + (bad ? 1 : 0)} failed, ${seconds} s`);
  return { passed, failed: failed + (bad ? 1 : 0) };
}

const words = process.argv.slice(2);
const all = words.includes('--all');
const only = words.find((word) => !word.startsWith('--'));
const chosen = stages.filter(({ name, wide }) => (all || !wide) && (!only || name.includes(only)));
const counts: Count[] = [];
for (const stage of chosen) counts.push(await runStage(stage));
// The engine that images were built with; where none was started, this does nothing.
spawnSync('.ci/tools/engine.sh', ['stop'], { stdio: 'ignore' });
const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 && counts.length > 0 ? 0 : 1;
