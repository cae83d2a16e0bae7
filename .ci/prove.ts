import { spawnSync } from 'node:child_process';

/** Runs one command as one check: `node .ci/prove.ts <program> [words]`. */
const [program = '', ...words] = process.argv.slice(2);
const { status } = spawnSync(program, words, { stdio: 'inherit' });
console.log(`1 checked, ${status === 0 ? 0 : 1} failed`);
process.exitCode = status === 0 ? 0 : 1;
