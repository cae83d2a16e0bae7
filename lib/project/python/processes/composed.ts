import type { Files } from '../../../types.ts';
import { composedIn } from '../../compose.ts';
import { words } from '../../words.ts';
import { composeFiles } from '../compose.ts';
import { isDevelopment, unwrapped } from '../start/process.ts';
import type { Process } from './workers.ts';

/** Commands of workers, and the name of the process that they are. */
const workers: readonly (readonly [RegExp, string])[] = [
  [/^celery\b.*\sworker\b/, 'worker'],
  [/^celery\b.*\sbeat\b/, 'beat'],
  [/^(?:rq worker|arq|dramatiq|taskiq worker|huey_consumer)\b/, 'worker'],
  [/^python \S*manage\.py (?:rqworker|qcluster|rundramatiq|db_worker)\b/, 'worker'],
];

/** The workers that compose files run, each kind once. */
export async function composedWorkers(files: Files): Promise<readonly Process[]> {
  const found = new Map<string, Process>();
  for (const path of composeFiles(files)) {
    for (const { command, at } of await composedIn(files, path)) {
      const plain = unwrapped(words(command ?? ''));
      const name = workers.find(([pattern]) => pattern.test(plain.join(' ')))?.[1];
      if (name === undefined || isDevelopment(plain) || found.has(name)) continue;
      found.set(name, { name, command: plain.join(' '), place: at });
    }
  }
  return [...found.values()];
}
