import { fact } from '../facts.ts';
import type { Facts, Files } from '../types.ts';

const known = ['variables', 'defaults', 'port', 'portVariable', 'services', 'secrets'] as const;
const around = ['environment', 'ci', 'dockerfile', 'compose'] as const;

/** Deno's own manifest, where a project has no other. */
export const denoOf = (files: Files): string | undefined =>
  files.read('package.json') === undefined
    ? ['deno.json', 'deno.jsonc'].find((path) => files.read(path) !== undefined)
    : undefined;

/** What may be said of Deno's code: what it reads and where it listens; nothing is put into it. */
export function ofDeno(facts: Facts, file: string): Facts {
  const kept = [...known, ...around].flatMap((name) => (facts[name] ? [[name, facts[name]]] : []));
  const message =
    "is Deno's, which the tool does not know: the code is left alone. Not done: the check of the environment, /healthz and /readyz, the stop on SIGTERM, the image, the steps of CI";
  return {
    ...Object.fromEntries(kept),
    kind: fact('library', `${file}:1`),
    foreign: fact('deno', `${file}:1`),
    notes: [{ file, message }],
  };
}
