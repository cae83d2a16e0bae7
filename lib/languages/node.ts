import * as json from '../documents/json.ts';
import type { Manager } from '../managers/manager.ts';
import { readManifest } from '../project/node/manifest.ts';
import { commandOrder } from '../shared/commands.ts';
import type { Language, Project, TextEdit, Versions, Writing } from '../types.ts';
import { npmRegistry } from '../versions/node.ts';

const keyOrder = [
  ...['name', 'version', 'private', 'description', 'license', 'type', 'engines', 'devEngines'],
  ...[
    'packageManager',
    'imports',
    'scripts',
    'dependencies',
    'devDependencies',
    'overrides',
    'scarfSettings',
  ],
];
const order = { '': keyOrder, scripts: commandOrder };
const sections = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** JavaScript and TypeScript on Node: package.json. */
export const node: Language = {
  name: 'node',
  title: 'Node.js',
  manifest: 'package.json',
  pin: '.node-version',
  declares: (path) => path === 'package.json',
  describe: ({ name, stack }) => ({
    name,
    version: '0.1.0',
    private: true,
    type: 'module',
    engines: { node: `${stack.runtime}.x` },
  }),
  edits: async (writing) => {
    const [begin, ...edits] = editsOf(writing);
    // Code without a manifest gets one only where there is something to say in it.
    const isNeeded = edits.length > 0 || writing.files.read('package.json') !== undefined;
    return { 'package.json': begin && isNeeded ? [begin, ...edits] : [] };
  },
  ranges: async ({ manager: { pinned } }, files) => {
    const manifest = textOf(files.read('package.json'));
    const lists = sections.map((section) => json.get(manifest, [section]) ?? {});
    const ranges = Object.entries<string>(Object.assign({}, ...lists));
    const pin = pinOf(manifest, pinned);
    const own = pin === undefined ? [] : [[pinned?.package ?? '', pin.replace(/^.*@/, '')]];
    return Object.fromEntries(
      [...ranges, ...own].map(([name, range]) => [
        name,
        { range: String(range), source: 'manifest' },
      ]),
    );
  },
  lacks: async (project, { dependencies = [] }, files) => {
    const manifest = textOf(files.read('package.json'));
    const { pinned } = project.manager;
    const pin = pinned && !project.existing && pinOf(manifest, pinned) === undefined;
    return [
      ...dependencies.filter(({ name }) => !has(manifest, name)),
      ...(pin ? [{ name: pinned.package }] : []),
    ];
  },
  told: async () => [],
  install: ({ manager }) => manager.install,
  scripts: (files) => readManifest(files.read('package.json') ?? '{}').scripts ?? {},
  lists: () => [],
  buildsBare: true,
  registry: npmRegistry,
};

/** The version that a manifest pins of this manager; another one's pin is none. */
function pinOf(manifest: string, pinned: Manager['pinned']): string | undefined {
  const pin = pinned && json.get(manifest, [pinned.key]);
  return typeof pin === 'string' && pin.startsWith(pinned?.value('') ?? '') ? pin : undefined;
}

const textOf = (text = ''): string => (text.trim() === '' ? '{}\n' : text);

const editsOf = ({ project, all, versions }: Writing): TextEdit[] => [
  textOf,
  ...Object.entries(all.manifest ?? {}).map(([key, value]) => addKey([key], value)),
  ...pinEdits(project, versions),
  ...(all.commands ?? []).map(({ name, run }) => addKey(['scripts', name], run)),
  ...(all.dependencies ?? []).map(
    ({ name, dev }): TextEdit =>
      (text) =>
        has(text, name) ? text : addDependency(text, name, dev, versions[name]?.range),
  ),
];

/** The manager's own version, pinned in a new app. */
function pinEdits({ existing, manager: { pinned } }: Project, versions: Versions): TextEdit[] {
  const version = pinned && versions[pinned.package]?.range.replace(/^\D+/, '');
  return pinned && version && !existing ? [addKey([pinned.key], pinned.value(version))] : [];
}

const addKey =
  (path: string[], value: unknown): TextEdit =>
  (text) =>
    json.add(text, path, value, { order });

function addDependency(text: string, name: string, dev = false, range?: string): string {
  if (range === undefined) return text;
  const section = dev ? 'devDependencies' : 'dependencies';
  return json.add(text, [section, name], range, { order });
}

const has = (text: string, name: string): boolean =>
  sections.some((section) => json.get(text, [section, name]) !== undefined);
