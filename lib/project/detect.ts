import * as env from '../documents/env.ts';
import * as json from '../documents/json.ts';
import { ImagineError } from '../errors.ts';
import { nodeManagers } from '../managers/catalog.ts';
import { stacks } from '../stacks/catalog.ts';
import type { Fact, Facts, Files } from '../types.ts';

const manifests = /^(?:package\.json|pyproject\.toml|requirements[^/]*\.txt|setup\.py|Pipfile)$/;
const source = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|php|cs|ex|exs|scala|clj|swift)$/;

/** Whether a project is there: a manifest, or source code. */
export const exists = (files: Files): boolean =>
  files
    .list()
    .some((path) => manifests.test(path) || (source.test(path) && !/(^|\/)\./.test(path)));

/** What the files of an existing project tell, each fact with where it stands. */
export function detect(files: Files): Facts {
  const text = files.read('package.json');
  if (text === undefined) return {};
  const manifest = readManifest(text);
  const manager = managerOf(manifest, text, files);
  const start = startOf(manifest, text);
  return defined({
    language: { value: 'node' as const, evidence: ['package.json:1'] },
    stack: stackOf(manifest, text),
    packageManager: manager,
    runtimeVersion: at(manifest.engines?.node, text, '"node"'),
    module: {
      value: manifest.type === 'module' ? ('esm' as const) : ('cjs' as const),
      evidence: ['package.json:1'],
    },
    start: start && { ...start, value: start.value.split(/\s+/) },
    build: scriptFact(manifest, text, 'build'),
    test: scriptFact(manifest, text, 'test'),
    lint: scriptFact(manifest, text, 'lint'),
    port: portOf(files),
    services: servicesOf(manifest, text),
    variables: variablesOf(files),
    dockerfile: fileFact(files, ['Dockerfile']),
    compose: fileFact(files, [
      'compose.yaml',
      'compose.yml',
      'docker-compose.yaml',
      'docker-compose.yml',
    ]),
  });
}

interface Manifest {
  readonly type?: string;
  readonly packageManager?: string;
  readonly engines?: { readonly node?: string };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function readManifest(text: string): Manifest {
  const value = json.get(text, []);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new ImagineError('package.json:1: not a JSON object');
}

const defined = (facts: { [K in keyof Facts]: Facts[K] | undefined }): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));

const lineOf = (text: string, part: string): number =>
  text.slice(0, Math.max(0, text.indexOf(part))).split('\n').length;

function at(value: string | undefined, text: string, part: string): Fact<string> | undefined {
  if (value === undefined) return undefined;
  return { value, evidence: [`package.json:${lineOf(text, part)}`] };
}

const scriptFact = ({ scripts = {} }: Manifest, text: string, name: string) =>
  scripts[name] === undefined ? undefined : at(`npm run ${name}`, text, `"${name}"`);

const startOf = ({ scripts = {} }: Manifest, text: string) => {
  const found = scripts['start:prod'] ?? scripts.start;
  return found && !/nodemon|watch|ts-node|next dev/.test(found)
    ? at(found, text, found)
    : undefined;
};

function stackOf({ dependencies = {} }: Manifest, text: string): Fact<string> | undefined {
  const found = stacks.find(({ detect: name }) => dependencies[name] !== undefined);
  return (
    found && { value: found.name, evidence: [`package.json:${lineOf(text, `"${found.detect}"`)}`] }
  );
}

function managerOf(
  { packageManager }: Manifest,
  text: string,
  files: Files,
): Fact<string> | undefined {
  const named = packageManager?.split('@')[0];
  if (named && nodeManagers.some(({ name }) => name === named))
    return at(named, text, '"packageManager"');
  const found = nodeManagers.find(({ lockFiles }) =>
    lockFiles.some((path) => files.read(path) !== undefined),
  );
  const path = found?.lockFiles.find((lock) => files.read(lock) !== undefined);
  return found && { value: found.name, evidence: [`${path}:1`] };
}

function portOf(files: Files): Fact<number> | undefined {
  for (const path of sources(files)) {
    const lines = (files.read(path) ?? '').split('\n');
    const index = lines.findIndex((line) => portPattern.test(line));
    const digits = portPattern.exec(lines[index] ?? '')?.[1];
    if (digits) return { value: Number(digits), evidence: [`${path}:${index + 1}`] };
  }
  const value = env.value(files.read('.env.example') ?? '', 'PORT');
  return value && /^\d+$/.test(value)
    ? { value: Number(value), evidence: ['.env.example:1'] }
    : undefined;
}

const portPattern = /(?:process\.env\.PORT\s*(?:\?\?|\|\|)\s*['"]?|\.listen\(\s*)(\d{2,5})/;
const sources = (files: Files): readonly string[] =>
  files
    .list()
    .filter(
      (path) => /\.[cm]?[jt]sx?$/.test(path) && !/(?:^|\/)(?:test|tests|__tests__)\//.test(path),
    );

const drivers: Readonly<Record<string, string>> = {
  pg: 'postgresql',
  postgres: 'postgresql',
  mysql2: 'mysql',
  mongodb: 'mongodb',
  mongoose: 'mongodb',
  'better-sqlite3': 'sqlite',
  redis: 'redis',
  ioredis: 'redis',
};

function servicesOf(
  { dependencies = {} }: Manifest,
  text: string,
): Fact<readonly string[]> | undefined {
  const found = Object.keys(drivers).filter((name) => dependencies[name] !== undefined);
  if (found.length === 0) return undefined;
  const value = [...new Set(found.map((name) => drivers[name] as string))];
  return { value, evidence: found.map((name) => `package.json:${lineOf(text, `"${name}"`)}`) };
}

function variablesOf(files: Files): Fact<readonly string[]> | undefined {
  const found = new Map<string, string>();
  for (const path of sources(files)) {
    for (const [index, line] of (files.read(path) ?? '').split('\n').entries()) {
      for (const [, name = ''] of line.matchAll(/process\.env\.([A-Z][A-Z0-9_]*)/g)) {
        if (!found.has(name)) found.set(name, `${path}:${index + 1}`);
      }
    }
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length === 0) return undefined;
  return { value: sorted.map(([name]) => name), evidence: sorted.map(([, where]) => where) };
}

function fileFact(files: Files, paths: readonly string[]): Fact<string> | undefined {
  const found = paths.find((path) => files.read(path) !== undefined);
  return found === undefined ? undefined : { value: found, evidence: [`${found}:1`] };
}
