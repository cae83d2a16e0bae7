#!/usr/bin/env node
import { outliveReader } from '../lib/output.ts';
import { quickAnswer } from '../lib/quick.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if ((major === 22 && minor >= 18) || (major === 24 && minor >= 11) || major > 24) {
  outliveReader();
  const words = process.argv.slice(2);
  const answer = quickAnswer(words);
  if (answer === undefined) {
    process.getBuiltinModule('node:module').enableCompileCache();
    const { main } = await import('../lib/main.ts');
    process.exitCode = await main(words);
  } else process.stdout.write(answer);
} else {
  console.error(`imagine: needs Node 22.18 or 24.11 and later; this is ${process.versions.node}`);
  process.exitCode = 2;
}
