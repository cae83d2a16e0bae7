import { metIn } from '../../errors.ts';
import type { Files } from '../../types.ts';
import { lineOf } from '../lines.ts';
import { hasPassword, isKnownKey, isSecretName, isSecretValue } from '../secrets.ts';
import type { Known } from './code/known.ts';
import type { Listening } from './listen.ts';
import type { Manifest } from './manifest.ts';
import type { Read } from './reads.ts';

/** A setting of the package `config`, by its path, with the variable that sets it and its default. */
export interface Configured extends Known {
  readonly path: string;
}

const endings = ['json', 'yaml', 'yml'];

/** What the files of node-config say: `custom-environment-variables`, and `default` behind it. */
export async function configuredOf(
  files: Files,
  { dependencies = {} }: Manifest,
): Promise<readonly Configured[]> {
  if (dependencies.config === undefined) return [];
  const defaults = await leavesOf(files, 'default');
  const variables = named(await leavesOf(files, 'custom-environment-variables'));
  return [...new Set([...variables.keys(), ...defaults.keys()])].map((path): Configured => {
    const [own, otherwise] = [variables.get(path), defaults.get(path)];
    return {
      path,
      at: (own ?? otherwise)?.at ?? '',
      ...(typeof own?.value === 'string' && { variable: own.value }),
      ...(otherwise && { value: otherwise.value }),
    };
  });
}

/** Files of node-config that run in production hold what git keeps for all to read. */
const deployed = ['default', 'production', 'staging'];

/** Where those files hold secrets; `file:line`, never a value. */
export async function configuredSecrets(
  files: Files,
  { dependencies = {} }: Manifest,
): Promise<readonly string[]> {
  if (dependencies.config === undefined) return [];
  const leaves = await Promise.all(deployed.map((name) => leavesOf(files, name)));
  return leaves
    .flatMap((each) => [...each])
    .filter(([path, { value }]) => isSecret(path.split('.').at(-1) ?? '', String(value)))
    .map(([, { value, at }]) => placed(files, at, String(value)));
}

const isSecret = (name: string, value: string): boolean =>
  (isSecretName(name) && isSecretValue(value, name)) || isKnownKey(value) || hasPassword(value);

/** The line of a value, which is surer than that of its key. */
function placed(files: Files, at: string, value: string): string {
  const file = at.replace(/:\d+$/, '');
  const text = files.read(file) ?? '';
  return text.includes(value) ? `${file}:${lineOf(text, value)}` : at;
}

/** `{ __name, __format }` is a variable with the way to read it. */
const named = (leaves: ReadonlyMap<string, Leaf>): ReadonlyMap<string, Leaf> =>
  new Map(
    [...leaves].flatMap(([path, leaf]) =>
      path.endsWith('.__format') ? [] : [[path.replace(/\.__name$/, ''), leaf] as const],
    ),
  );

interface Leaf {
  readonly value: string | number | boolean;
  readonly at: string;
}

/** The values of a file by their paths. Throws ImagineError with the place where it can't be read. */
async function leavesOf(files: Files, name: string): Promise<ReadonlyMap<string, Leaf>> {
  const path = endings.map((end) => `config/${name}.${end}`).find((each) => files.read(each));
  const text = path && files.read(path);
  if (!path || !text) return new Map();
  const { get } = await (path.endsWith('.json')
    ? import('../../documents/json.ts')
    : import('../../documents/yaml.ts'));
  try {
    return new Map(flat(get(text, []), '', path, text));
  } catch (error) {
    throw metIn(path, error);
  }
}

function flat(value: unknown, at: string, file: string, text: string): [string, Leaf][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([key, inner]) =>
      flat(inner, at === '' ? key : `${at}.${key}`, file, text),
    );
  if (!['string', 'number', 'boolean'].includes(typeof value)) return [];
  const line = lineOf(text, `${at.split('.').at(-1)}`);
  return [[at, { value: value as Leaf['value'], at: `${file}:${line}` }]];
}

/** The variables that they name, with the defaults behind them. */
export const configuredReads = (all: readonly Configured[]): readonly Read[] =>
  all.flatMap(({ variable, value, at }) =>
    variable === undefined ? [] : [{ name: variable, at, value }],
  );

/** Where the code's own words tell no port or host, those of the settings. */
export function settled(
  listening: readonly Listening[],
  all: readonly Configured[],
): readonly Listening[] {
  const of = (name: string): Known | undefined =>
    all.find(({ path }) =>
      new RegExp(`^(?:(?:server|http|app|web|api)\\.)?${name}$`, 'i').test(path),
    );
  const [port, host] = [of('port'), of('host')];
  return listening.map((each) => {
    const [ownPort, ownHost] = [each.port ?? port, each.host ?? host];
    return { ...each, port: ownPort, host: ownHost };
  });
}
