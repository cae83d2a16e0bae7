/**
 * Asks npm's registry for versions, in a process of its own: one that can be ended at once, which a
 * name server or a connection that never answers would keep for a minute.
 * Standard input: {"root", "runtime", "dependencies"}. Standard output: a line `name version` each.
 */
import { text } from 'node:stream/consumers';
import type { Dependency } from '../types.ts';

/** Whoever asked is gone by then, in milliseconds. */
const longest = 6000;

interface Question {
  readonly root: string;
  readonly runtime: string;
  readonly dependencies: readonly Dependency[];
}

// An ordinary exit would wait for the name server.
setTimeout(() => process.kill(process.pid, 'SIGKILL'), longest).unref();
process.getBuiltinModule('node:module').enableCompileCache();
const { root, runtime, dependencies }: Question = JSON.parse(await text(process.stdin));
const { openRegistry } = await import('./npm.ts');
const ask = await openRegistry(root);
const answers = dependencies.map(async (each) => {
  const version = await ask(each, runtime).catch(() => undefined);
  if (version !== undefined) process.stdout.write(`${each.name} ${version}\n`);
});
await Promise.all(answers);
process.stdout.write('', () => process.exit());
