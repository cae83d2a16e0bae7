import { managerOf } from '../../../lib/existing/installing.ts';
import { servingOf } from '../../../lib/existing/serving.ts';
import type { Declarations, Project } from '../../../lib/types.ts';

/** An entry of dependabot's `updates`. */
interface Update {
  readonly 'package-ecosystem': string;
  readonly directory: string;
}

const renovate = [
  ...['renovate.json', 'renovate.json5', '.renovaterc', '.renovaterc.json', '.renovaterc.json5'],
  ...['.github/renovate.json', '.github/renovate.json5'],
];

/** What dependabot must look after and does not yet; nothing where Renovate is at work. */
export function updates(project: Project): Declarations {
  const { surroundings, theirs } = project;
  const at = (path: string): string => surroundings.up + path;
  const isThere = (path: string): boolean => theirs.read(at(path)) !== undefined;
  if (renovate.some(isThere) || /"renovate"\s*:/.test(theirs.read('package.json') ?? '')) return {};
  const path = at(isThere('.github/dependabot.yaml') ? '.github/dependabot.yaml' : dependabot);
  const entries = entriesOf(project);
  const names = entries.map((entry) => entry['package-ecosystem']).join(', ');
  return {
    splices: [
      {
        path,
        edit: (text) => added(text, entries),
        otherwise: { file: path, message: `lacks updates of ${names}: add them to its list` },
        from: 'ci/templates/existing/dependabot/dependabot.yml',
      },
    ],
  };
}

const dependabot = '.github/dependabot.yml';

/** Actions are all below the root; the rest lies where the project does. */
function entriesOf(project: Project): readonly Update[] {
  const { facts, concerns, surroundings } = project;
  const directory = `/${surroundings.folder}`;
  const composed = folderOf(surroundings);
  const ecosystem = managerOf(project)?.ecosystem;
  const image =
    facts.dockerfile !== undefined || (concerns.has('docker') && servingOf(project) !== undefined);
  return [
    ...(ecosystem ? [entry(ecosystem, directory)] : []),
    ...(image ? [entry('docker', directory)] : []),
    ...(composed === undefined ? [] : [entry('docker-compose', composed)]),
    entry('github-actions', '/'),
  ];
}

/** The folder of the user's compose file, as dependabot names it. */
function folderOf({ compose, folder }: Project['surroundings']): string | undefined {
  if (compose === undefined) return undefined;
  const ups = compose.split('../').length - 1;
  const parts = folder === '' ? [] : folder.split('/');
  const below = compose
    .slice('../'.length * ups)
    .split('/')
    .slice(0, -1);
  return `/${[...parts.slice(0, parts.length - ups), ...below].join('/')}`;
}

const entry = (ecosystem: string, directory: string): Update => ({
  'package-ecosystem': ecosystem,
  directory,
  ...{ schedule: { interval: 'weekly' }, cooldown: { 'default-days': 7 } },
});

/** The text with the entries that no other covers, behind the user's own. */
async function added(text: string, entries: readonly Update[]): Promise<string> {
  const yaml = await import('../../../lib/documents/yaml.ts');
  const list = yaml.get(text, ['updates']);
  const present = Array.isArray(list) ? list.filter(isUpdate) : [];
  const missing = entries.filter((one) => !present.some((other) => covers(other, one)));
  const order = missing.map((one) => JSON.stringify(one));
  return missing.reduce((now, one) => yaml.addItem(now, ['updates'], one, { order }), text);
}

interface Present {
  readonly 'package-ecosystem': string;
  readonly directory?: string;
  readonly directories?: readonly string[];
}

const isUpdate = (value: unknown): value is Present =>
  typeof value === 'object' && value !== null && 'package-ecosystem' in value;

function covers({ directory, directories = [], ...other }: Present, wanted: Update): boolean {
  if (other['package-ecosystem'] !== wanted['package-ecosystem']) return false;
  const folders = [...(directory === undefined ? [] : [directory]), ...directories];
  return folders.some((folder) => isIn(wanted.directory, folder));
}

/** Whether a folder is one of those that a pattern of dependabot's names. */
function isIn(folder: string, pattern: string): boolean {
  const bare = (path: string): string => path.replace(/^\/|\/$/g, '');
  const expression = bare(pattern)
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**/*', '.*')
    .replaceAll('**', '.*')
    .replaceAll(/(?<!\.)\*/g, '[^/]*');
  return new RegExp(`^${expression}$`).test(bare(folder));
}
