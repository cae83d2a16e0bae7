import { lastLines } from '../../__tests__/validators/command.ts';
import { type Child, launch } from '../../lib/audit/processes/launch.ts';
import { exitOf } from '../../lib/audit/processes/running.ts';
import type { Running } from '../../lib/audit/types.ts';

/** Variables of a process. */
export type Environment = Readonly<Record<string, string>>;

/** The app of one demonstration: where it is, its environment, and all that was started for it. */
export interface Demo {
  readonly folder: string;
  readonly children: Child[];
  /** What comes from outside, without the variables that the app itself reads. */
  env: Environment;
  adminPort?: number;
  web?: Running;
  admin?: Running;
}

const limit = 600;

/** Runs a command to its end in the app's folder, at most 600 s; rejects with its last lines. */
export async function run(
  { folder, children, env }: Demo,
  words: readonly string[],
  variables: Environment = {},
): Promise<string> {
  // The kind is a name only: this one listens nowhere.
  const child = launch('release', { words, variables }, folder, env);
  children.push(child);
  const { code } = await exitOf(child, limit);
  if (code === 0) return child.stdout;
  throw new Error(`exit ${code}\n${lastLines(child.stdout + child.stderr, 25)}`);
}

/** The variables of this process but for those that the text of an .env.example names. */
export function outside(example: string): Environment {
  const own = new Set([...example.matchAll(/^#?([A-Z][A-Z_]*)=/gm)].map(([, name]) => name));
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && name !== 'NODE_ENV' && !own.has(name),
  );
  return Object.fromEntries(kept) as Environment;
}
