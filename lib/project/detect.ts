import { nodeManagers } from '../managers/catalog.ts';
import { stacks } from '../stacks/catalog.ts';
import type { Fact, Facts, Files } from '../types.ts';
import { portOf, servicesOf, variablesOf } from './code.ts';
import { lineOf, type Manifest, readManifest } from './manifest.ts';

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
    ci: ciOf(files),
    dockerfile: fileFact(files, ['Dockerfile']),
    compose: fileFact(files, [
      'compose.yaml',
      'compose.yml',
      'docker-compose.yaml',
      'docker-compose.yml',
    ]),
  });
}

const defined = (facts: { [K in keyof Facts]: Facts[K] | undefined }): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));

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

function fileFact(files: Files, paths: readonly string[]): Fact<string> | undefined {
  const found = paths.find((path) => files.read(path) !== undefined);
  return found === undefined ? undefined : { value: found, evidence: [`${found}:1`] };
}

const providers =
  /^(?:\.gitlab-ci\.yml|\.circleci\/config\.yml|Jenkinsfile|\.travis\.yml|azure-pipelines\.yml|bitbucket-pipelines\.yml|\.github\/workflows\/[^/]+\.ya?ml)$/;

function ciOf(files: Files): Fact<readonly string[]> | undefined {
  const found = files.list().filter((path) => providers.test(path));
  return found.length === 0
    ? undefined
    : { value: found, evidence: found.map((path) => `${path}:1`) };
}
