import { spawn } from 'node:child_process';
import { writeAssets } from './assets.ts';
import { processes } from './entries.ts';

// Every process, each started again when a file of its own changes.
await writeAssets();
const env = { ...process.env, NODE_ENV: 'development' };
const running = processes.map((name) =>
  spawn(process.execPath, ['--watch-preserve-output', '--watch', `src/${name}.ts`], {
    env,
    stdio: 'inherit',
  }),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
  });
}
