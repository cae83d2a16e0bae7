import type { Facts } from '../../../types.ts';
import type { Gathered } from '../gathered.ts';
import { requirementOf } from '../manifests/read.ts';
import type { Found } from '../start/real.ts';
import { withIni } from '../start/uwsgi.ts';
import type { Module } from '../syntax/types.ts';
import { listeningIn, type Spoken } from './in-code.ts';
import {
  listeningInCompose,
  listeningInEnv,
  listeningInImages,
  listeningInTasks,
} from './in-files.ts';
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
): Promise<Pick<Facts, 'port' | 'portVariable' | 'numberVariable' | 'host' | 'socket'>> {
  const { files, manifests } = gathered;
  const written = start?.composed ? undefined : start;
  const words = written
    ? [{ ...listeningOf(withIni(files, written.words)), place: written.place }]
    : [];
  const isTold = words.some(({ port, variable }) => port !== undefined || variable !== undefined);
  const standard = written && !isTold ? standards[written.words[0] ?? ''] : undefined;
  const code = listeningIn(gathered, main, start?.words[0] === 'gunicorn');
  const own = [...words, ...code];
  const spoken: readonly Spoken[] = [
    ...own,
    ...listeningInImages(files, manifests.base),
    ...(await listeningInCompose(files, compose)),
    ...listeningInEnv(files),
    ...listeningInTasks(manifests),
    ...(standard && written ? [{ ...standard, isNumber: true, place: written.place }] : []),
  ];
  const [first] = own.filter(({ port, socket }) => port !== undefined || socket !== undefined);
  if (first?.socket !== undefined) return told('socket', [first], ({ socket }) => socket);
  const isServer = start !== undefined && !/^python/.test(start.words[0] ?? '');
  const variable = words.some(isFixed) ? [] : spoken.filter((each) => each.variable !== undefined);
  return {
    ...told('port', spoken, ({ port }) => port),
    ...told('portVariable', variable, (each) => each.variable),
    ...told('numberVariable', variable.slice(0, 1), (each) =>
      each.isNumber ? each.variable : undefined,
    ),
    ...told('host', isServer ? own.filter(isOfServer) : own, ({ host }) => host),
  };
}

/** A server is told where to listen by its words or its file; what the code opens, it does not run. */
const isOfServer = ({ isCall }: Spoken): boolean => isCall !== true;

/** A command line with a number for its port asks no variable. */
const isFixed = ({ port, variable }: Spoken): boolean =>
  port !== undefined && variable === undefined;

/** The port that the code, the images and the environment's files speak of, without a process. */
export function portSpoken(gathered: Gathered): number | undefined {
  const { files, manifests } = gathered;
  const spoken = [
    ...listeningIn(gathered, undefined, requirementOf(manifests, 'gunicorn') !== undefined),
    ...listeningInImages(files, manifests.base),
    ...listeningInEnv(files),
    ...listeningInTasks(manifests),
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
