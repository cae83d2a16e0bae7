import * as env from '../documents/env.ts';
import type { Declarations, Note } from '../types.ts';
import { addVariable } from './env-example.ts';

/** Makes a fresh secret of at least 50 characters; random, so a plan is given it. */
export type MakeSecret = (name: string) => string;

/**
 * The text of `.env`: what is missing is added with examples and fresh secrets; what is there
 * stays. Where git tracks `.env`, nothing is written and a note says how to untrack it.
 */
export function envFile(
  mine: string | undefined,
  { variables = [] }: Declarations,
  tracked: boolean,
  secret: MakeSecret,
): { text: string | undefined; notes: readonly Note[] } {
  if (tracked) return { text: mine, notes: [untrack] };
  const present = new Set(env.names(mine ?? ''));
  const missing = variables.filter(
    ({ name, example, secret }) => !present.has(name) && (secret || example),
  );
  const text = missing.reduce(
    (now, each) => addVariable(now, each, each.secret ? secret(each.name) : (each.example ?? '')),
    mine ?? '',
  );
  return { text: missing.length === 0 ? mine : text, notes: [] };
}

const untrack: Note = {
  file: '.env',
  message:
    'git tracks this file, so no secret was written to it: run `git rm --cached .env`, commit, and rotate every secret that it holds',
};
