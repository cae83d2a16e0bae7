import { type Fact, type Facts, fact } from '../../facts.ts';
import type { Note } from '../../types.ts';
import { type Composed, composedPort } from '../compose.ts';
import { type Dockerfile, exposedPort, settingIn } from '../dockerfile.ts';
import type { Setting } from '../environment.ts';
import type { Known } from './code/known.ts';
import type { Listening } from './listen.ts';
import type { Started } from './start.ts';

interface Places {
  readonly stack: string | undefined;
  readonly listening: readonly Listening[];
  readonly start: Started | undefined;
  readonly variables: Pick<Facts, 'variables' | 'defaults'>;
  readonly settings: readonly Setting[];
  readonly docker: Dockerfile | undefined;
  readonly services: readonly Composed[];
}

/** Frameworks whose own server listens: there, and under the variable PORT. */
const own: Readonly<Record<string, number>> = {
  next: 3000,
  nuxt: 3000,
  remix: 3000,
  sveltekit: 3000,
  nitro: 3000,
  'react-router': 3000,
  strapi: 1337,
};

/** Whether a framework brings the server, which stops by itself. */
export const hasOwnServer = (stack: string | undefined): boolean => Object.hasOwn(own, stack ?? '');

/** Where the web process listens: by the code, else the settings, else the image and compose. */
export function webOf(
  places: Places,
): Pick<Facts, 'port' | 'portVariable' | 'numberVariable' | 'host' | 'listen' | 'notes'> {
  const { listening, stack, start } = places;
  const [main] = listening;
  const known = main?.port ?? ownOf(stack, start);
  const variable = variableOf(known, places);
  const port = portOf(known, variable?.value, places);
  const host = hostOf(main?.host);
  return {
    ...(port && { port }),
    ...(variable && { portVariable: variable }),
    ...(variable && known?.isNumber && { numberVariable: variable }),
    ...(host && { host }),
    ...(main && { listen: fact(main.mount, `${main.mount.file}:${main.mount.line}`) }),
    notes: host && isLoopback(host.value) ? [loopback(host)] : [],
  };
}

function ownOf(stack: string | undefined, start: Started | undefined): Known | undefined {
  const value = start?.words[0] === 'fastify' ? 3000 : own[stack ?? ''];
  const at = start?.at[0] ?? 'package.json:1';
  return value === undefined ? undefined : { value, variable: 'PORT', at };
}

function variableOf(
  known: Known | undefined,
  { variables, settings }: Places,
): Fact<string> | undefined {
  if (known?.variable !== undefined) {
    const isSocket = settings.some(
      ({ name, value }) => name === known.variable && /[/\\]/.test(value),
    );
    return isSocket ? undefined : fact(known.variable, known.at);
  }
  const index =
    known?.value === undefined ? (variables.variables?.value.indexOf('PORT') ?? -1) : -1;
  return index < 0 ? undefined : fact('PORT', variables.variables?.evidence[index] ?? '');
}

function portOf(
  known: Known | undefined,
  variable: string | undefined,
  places: Places,
): Fact<number> | undefined {
  const { settings, docker, services, start, variables } = places;
  const option = optionIn(start);
  const coded = known?.value ?? variables.defaults?.value[variable ?? ''];
  const set = settings.find(({ name }) => name === variable);
  const image = docker && variable !== undefined ? settingIn(docker, variable) : undefined;
  const found = [
    option && ([option, start?.at[0] ?? ''] as const),
    known && coded !== undefined && ([coded, known.at] as const),
    !known && coded !== undefined && ([coded, placeOf(variable, variables)] as const),
    set && ([set.value, set.at] as const),
    image && ([image.value, `${docker?.path}:${image.line}`] as const),
  ].find((each) => each && /^\d{2,5}$/.test(String(each[0])));
  if (found) return fact(Number(found[0]), found[1]);
  return exposedPort(docker) ?? composedPort(services);
}

const placeOf = (variable: string | undefined, { defaults }: Places['variables']): string =>
  defaults?.evidence[Object.keys(defaults.value).indexOf(variable ?? '')] ?? '';

/** `next start -p 4000`, `fastify start --port=8080`. */
function optionIn(start: Started | undefined): string | undefined {
  const line = start?.words.join(' ') ?? '';
  return /(?:^|\s)(?:-p|--port)[= ](\d{2,5})(?=\s|$)/.exec(line)?.[1];
}

function hostOf(known: Known | undefined): Fact<string> | undefined {
  return typeof known?.value === 'string' && known.value !== ''
    ? fact(known.value, known.at)
    : undefined;
}

const isLoopback = (host: string): boolean => /^(?:127\.|localhost$|::1$)/.test(host);

function loopback({ value, evidence: [at = ''] }: Fact<string>): Note {
  const [, file = at, line] = /^(.*):(\d+)$/.exec(at) ?? [];
  const message = `listens on ${value} only: nothing outside of a container reaches it; production needs 0.0.0.0`;
  return { file, ...(line !== undefined && { line: Number(line) }), message };
}
