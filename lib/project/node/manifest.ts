import { parse, walk } from '../../documents/json/tree.ts';
import * as json from '../../documents/json.ts';
import { withoutBom } from '../../documents/text.ts';
import { ImagineError, metIn } from '../../errors.ts';
import type { Files } from '../../types.ts';

type Texts = Readonly<Record<string, string>>;

interface Engine {
  readonly name: string;
  readonly version?: string;
}

/** What of package.json detection looks at; what has another type than it should is not there. */
export interface Manifest {
  readonly name?: string;
  readonly type?: string;
  readonly main?: string;
  readonly packageManager?: string;
  readonly engines?: Texts;
  readonly scripts?: Texts;
  readonly dependencies?: Texts;
  readonly devDependencies?: Texts;
  readonly volta?: Texts;
  readonly devEngines?: {
    readonly runtime: readonly Engine[];
    readonly packageManager: readonly Engine[];
  };
  /** Patterns of folders, however they are written. */
  readonly workspaces?: readonly string[];
  readonly [key: string]: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const texts = (value: unknown): Texts | undefined =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          (pair): pair is [string, string] => typeof pair[1] === 'string',
        ),
      )
    : undefined;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
const list = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
const engines = (value: unknown): readonly Engine[] =>
  [value]
    .flat()
    .filter(isRecord)
    .flatMap(({ name, version }) => {
      const known = text(version);
      return typeof name === 'string'
        ? [{ name, ...(known !== undefined && { version: known }) }]
        : [];
    });
const needs = (value: unknown) =>
  isRecord(value)
    ? { runtime: engines(value.runtime), packageManager: engines(value.packageManager) }
    : undefined;
const workspaces = (value: unknown) => list(isRecord(value) ? value.packages : value);
const records = ['engines', 'scripts', 'dependencies', 'devDependencies', 'volta'];
const types: Readonly<Record<string, (value: unknown) => unknown>> = {
  ...{ name: text, type: text, main: text, packageManager: text, devEngines: needs, workspaces },
  ...Object.fromEntries(records.map((name) => [name, texts])),
};

/** Reads a package.json. Throws ImagineError with the place where it can't be read. */
export function readManifest(source: string, path = 'package.json'): Manifest {
  let value: unknown;
  try {
    value = json.plain(source);
  } catch (error) {
    throw metIn(path, error);
  }
  if (!isRecord(value)) throw new ImagineError(`${path}:1: not a JSON object`);
  const checked = Object.entries(types).map(([key, read]) => [key, read(value[key])] as const);
  return {
    ...value,
    ...Object.fromEntries(checked.filter(([, part]) => part !== undefined)),
    ...absent(checked),
  };
}

/** Keys of another type than they should have, taken away. */
const absent = (checked: readonly (readonly [string, unknown])[]) =>
  Object.fromEntries(checked.filter(([, part]) => part === undefined)) as Record<string, undefined>;

/** The name that a project's manifest gives it, without its scope. */
export function nameIn(files: Files): string | undefined {
  const source = files.read('package.json');
  return source === undefined ? undefined : readManifest(source).name?.replace(/^@[^/]*\//, '');
}

/** `package.json:line` of a key; its first line where there is none. */
export const placeIn = (source: string, ...path: readonly string[]): string =>
  `package.json:${lineIn(source, ...path)}`;

/** The line of a key in the text of a manifest. */
export function lineIn(source: string, ...path: readonly string[]): number {
  const body = withoutBom(source);
  const { node, depth } = walk(parse(body), path);
  const offset = depth < path.length ? 0 : (node.parent?.offset ?? node.offset);
  return body.slice(0, offset).split('\n').length;
}
