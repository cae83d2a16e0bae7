import { installingOf, managerOf } from '../../../lib/existing/installing.ts';
import { systemOf } from '../../../lib/existing/libraries.ts';
import { versionOf } from '../../../lib/existing/version.ts';
import type { Project } from '../../../lib/types.ts';

/** What a job does before its checks. */
export interface Setup {
  /** GitHub's image of the machine that the job runs on. */
  readonly machine: string;
  /** Steps before the runtime is set up, and after it. */
  readonly before: readonly string[];
  readonly between: readonly string[];
  /** What the action that sets the runtime up is told. */
  readonly runtime: readonly string[];
  readonly install: readonly string[];
}

interface Language {
  /** The action's words for a version file, and for a version. */
  readonly file: string;
  readonly version: string;
  /** The files that the action reads. */
  readonly files: RegExp;
  /** How a manager that the runtime lacks comes to the job, by the manager's name. */
  bring(name: string, project: Project): Partial<Pick<Setup, 'before' | 'between'>>;
  /** The newest image of a machine that still has the runtime. */
  machine(runtime: string): string;
  /** What packages need of the system, and the machine lacks. */
  system(project: Project): readonly string[];
}

const python: Readonly<Record<string, Partial<Pick<Setup, 'before' | 'between'>>>> = {
  uv: {
    between: [
      '- uses: astral-sh/setup-uv@20cfd1bf945f4377ade1205e4dbc17946fc9a30d # v10.0.1\n  with:\n    enable-cache: true',
    ],
  },
  poetry: {
    between: ['- uses: snok/install-poetry@a783c322200f0519c7926aa6faa857c4e23e9263 # v1.4.2'],
  },
  pipenv: { between: ['- name: Install Pipenv\n  run: python -m pip install pipenv'] },
  pdm: { between: ['- name: Install PDM\n  run: python -m pip install "pdm[locked]"'] },
};

/** Whether a version is of Python 3 before a minor. */
export const isBefore = (version: string, minor: number): boolean =>
  /^3\.\d+/.test(version) && Number(version.split('.')[1]) < minor;

function systemStep({ facts, theirs }: Project): readonly string[] {
  const { missing } = systemOf(theirs, facts.settings?.value);
  const install = `sudo apt-get install --yes --no-install-recommends ${missing.join(' ')}`;
  return missing.length === 0
    ? []
    : [`- name: Install what packages need\n  run: sudo apt-get update && ${install}`];
}

const languages: Readonly<Record<'node' | 'python', Language>> = {
  node: {
    file: 'node-version-file',
    version: 'node-version',
    files: /(?:^|\/)(?:\.nvmrc|\.node-version|\.tool-versions)$/,
    bring: (name, project) => ({ before: pathTo(name, project) }),
    machine: () => 'ubuntu-latest',
    system: () => [],
  },
  python: {
    file: 'python-version-file',
    version: 'python-version',
    files: /(?:^|\/)(?:\.python-version|\.tool-versions)$/,
    bring: (name) => python[name] ?? {},
    // actions/python-versions has none before 3.8 for later images.
    machine: (runtime) => (isBefore(runtime, 8) ? 'ubuntu-22.04' : 'ubuntu-latest'),
    system: systemStep,
  },
};

/** How a job comes to the runtime, the manager and the dependencies of a project. */
export function setupOf(project: Project): Setup {
  const installer = managerOf(project);
  const language = languages[project.stack.language.name];
  const installing = installingOf(project);
  return {
    machine: language.machine(project.facts.runtime?.value ?? project.stack.runtime),
    before: [],
    between: [],
    ...language.bring(installer?.name ?? '', project),
    runtime: [runtimeOf(language, project), ...cacheOf(project)],
    install: installer
      ? [...language.system(project), installStep(project, installer.install(installing))]
      : [],
  };
}

/** A workspace is installed where its lock file lies. */
function installStep(project: Project, run: string): string {
  const { lock } = installingOf(project);
  const folder = fromRoot(project, lock ?? '')
    .split('/')
    .slice(0, -1)
    .join('/');
  const place = lock?.startsWith('../') ? `\n  working-directory: ${folder || '.'}` : '';
  return `- name: Install\n  run: ${run}${place}`;
}

/** The version file that the project has, as the repository's root sees it; else the version. */
function runtimeOf({ file, version, files }: Language, project: Project): string {
  const { facts, stack } = project;
  const places = [...(facts.runtimeVersion?.evidence ?? []), ...(facts.runtime?.evidence ?? [])];
  const found = places.map((place) => place.replace(/:\d+$/, '')).find((path) => files.test(path));
  return found
    ? `${file}: ${fromRoot(project, found)}`
    : `${version}: "${facts.runtime?.value ?? stack.runtime}"`;
}

/** The action caches by the lock file, and fails where there is none. */
function cacheOf(project: Project): readonly string[] {
  const ciCache = managerOf(project)?.ciCache;
  const { lock, lists } = installingOf(project);
  const files = lock === undefined ? lists : [lock];
  if (ciCache === undefined || files.length === 0) return [];
  const paths = files.map((path) => fromRoot(project, path));
  const usual = paths.every((path) => !path.includes('/')) && lists.length < 2;
  const listed =
    paths.length === 1 ? ` ${paths[0]}` : ` |\n${paths.map((path) => `  ${path}`).join('\n')}`;
  return [`cache: ${ciCache}`, ...(usual ? [] : [`cache-dependency-path:${listed}`])];
}

/** A path of the project as seen from the root of its repository. */
function fromRoot({ surroundings: { folder } }: Project, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  const ups = /^(?:\.\.\/)*/.exec(path)?.[0].length ?? 0;
  return [...parts.slice(0, parts.length - ups / 3), path.slice(ups)].join('/');
}

/** A manager of Node's that is a package itself, of the version that the project pins. */
function pathTo(name: string, project: Project): readonly string[] {
  const installer = managerOf(project);
  const source = installer?.source?.(versionOf(project, installer));
  if (source === undefined) return [];
  return [
    [
      `- name: Put ${name} on the path`,
      '  run: |',
      `    npm exec --yes --package "${source}" -- \\`,
      `      which ${name} | xargs dirname >> "$GITHUB_PATH"`,
      `  working-directory: \${{ runner.temp }}`,
    ].join('\n'),
  ];
}
