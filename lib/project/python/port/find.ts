import type { Facts } from '../../../types.ts';
import type { Gathered } from '../gathered.ts';
import type { Found } from '../start/real.ts';
import type { Module } from '../syntax/types.ts';
import { listeningIn, type Spoken } from './in-code.ts';
import { listeningInCompose, listeningInEnv, listeningInImages } from './in-files.ts';
import { listeningOf } from './in-words.ts';

/** Where servers listen that are told nothing, and the variable that they read. */
const standards: Readonly<Record<string, { readonly port: number; readonly variable?: string }>> = {
  gunicorn: { port: 8000, variable: 'PORT' },
  uvicorn: { port: 8000 },
  hypercorn: { port: 8000 },
  daphne: { port: 8000 },
  granian: { port: 8000 },
  fastapi: { port: 8000 },
  sanic: { port: 8000 },
  'waitress-serve': { port: 8080 },
};

/** The port, its variable and the host: of the start process first, then of code and files. */
export async function portFacts(
  gathered: Gathered,
  start: Found | undefined,
  main: Module | undefined,
  compose: string | undefined,
): Promise<Pick<Facts, 'port' | 'portVariable' | 'numberVariable' | 'host'>> {
  const { files, manifests } = gathered;
  const written = start?.composed ? undefined : start;
  const words = written ? [{ ...listeningOf(written.words), place: written.place }] : [];
  const isTold = words.some(({ port, variable }) => port !== undefined || variable !== undefined);
  const standard = written && !isTold ? standards[written.words[0] ?? ''] : undefined;
  const code = listeningIn(gathered, main);
  const own = [...words, ...code];
  const spoken: readonly Spoken[] = [
    ...own,
    ...listeningInImages(files, manifests.base),
    ...(await listeningInCompose(files, compose)),
    ...listeningInEnv(files),
    ...(standard && written ? [{ ...standard, isNumber: true, place: written.place }] : []),
  ];
  const variable = words.some(isFixed) ? [] : spoken.filter((each) => each.variable !== undefined);
  return {
    ...told('port', spoken, ({ port }) => port),
    ...told('portVariable', variable, (each) => each.variable),
    ...told('numberVariable', variable.slice(0, 1), (each) =>
      each.isNumber ? each.variable : undefined,
    ),
    ...told('host', own, ({ host }) => host),
  };
}

/** A command line with a number for its port asks no variable. */
const isFixed = ({ port, variable }: Spoken): boolean =>
  port !== undefined && variable === undefined;

/** The port that the code, the images and the environment's files speak of, without a process. */
export function portSpoken(gathered: Gathered): number | undefined {
  const { files, manifests } = gathered;
  const spoken = [
    ...listeningIn(gathered, undefined),
    ...listeningInImages(files, manifests.base),
    ...listeningInEnv(files),
  ];
  return spoken.find(({ port }) => port !== undefined)?.port;
}

function told<K extends string, T>(
  name: K,
  spoken: readonly Spoken[],
  read: (each: Spoken) => T | undefined,
) {
  for (const each of spoken) {
    const value = read(each);
    if (value !== undefined) return { [name]: { value, evidence: [each.place] } };
  }
  return {};
}
