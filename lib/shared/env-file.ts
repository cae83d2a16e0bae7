import * as env from '../documents/env.ts';
import type { Declarations, Note } from '../types.ts';
import { addVariable } from './env-example.ts';

/** Makes a fresh secret of at least 50 characters; random, so a plan is given it. */
export type MakeSecret = (name: string) => string;

/**
 * The text of `.env`: what is missing is added with examples and fresh secrets; what is there
 * stays; `values` moved here from the code. Where git tracks `.env`, nothing is written and a note says how to untrack it.
 */
export function envFile(
  mine: string | undefined,
  { variables = [] }: Declarations,
  tracked: boolean,
  { secret, values }: { secret: MakeSecret; values: ReadonlyMap<string, string> },
): { text: string | undefined; added: readonly string[]; notes: readonly Note[] } {
  if (tracked) return { text: mine, added: [], notes: [untrack] };
  const present = new Set(env.names(mine ?? ''));
  const missing = variables
    .filter(({ name }) => !present.has(name))
    .filter(({ name, read, optional, example, secret }) => {
      const isTheirs = read || optional;
      return values.has(name) || (!isTheirs && (secret || example));
    })
    .sort((a, b) => Number(b.secret ?? false) - Number(a.secret ?? false));
  const text = missing.reduce((now, each) => {
    const made = () => (each.secret ? secret(each.name) : fill(each.example ?? '', now));
    const value = values.get(each.name) ?? made();
    return addVariable(now, each, value);
  }, mine ?? '');
  const added = missing.map(({ name }) => name);
  return { text: missing.length === 0 ? mine : text, added, notes: [] };
}

/** An example may name other variables, `${NAME}`: those that are known are filled in. */
const fill = (example: string, text: string): string =>
  example.replace(/\$\{(\w+)\}/g, (whole, name: string) => env.value(text, name) ?? whole);

const untrack: Note = {
  file: '.env',
  message:
    'git tracks this file, so no secret was written to it: run `git rm --cached .env`, commit, and rotate every secret that it holds',
};
