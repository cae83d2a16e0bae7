import { defined } from '../../facts.ts';
import { nodeManagers } from '../../managers/catalog.ts';
import type { Fact, Facts, Files } from '../../types.ts';
import type { Repository } from '../repository.ts';
import { portOf, servicesOf, variablesOf } from './code.ts';
import { frameworkIn, frameworkName } from './frameworks.ts';
import { lineOf, type Manifest, readManifest } from './manifest.ts';

/** What the files of an existing project tell, each fact with where it stands. */
export async function detectNode(files: Files, _around: Repository): Promise<Facts> {
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

function stackOf(manifest: Manifest, text: string): Fact<string> | undefined {
  const found = frameworkIn(manifest);
  return found === undefined ? undefined : at(frameworkName(found), text, `"${found}"`);
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
