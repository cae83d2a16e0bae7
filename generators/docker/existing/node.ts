import { installingOf, managerOf } from '../../../lib/existing/installing.ts';
import { buildingPackages } from '../../../lib/existing/packages.ts';
import { versionOf } from '../../../lib/existing/version.ts';
import { readManifest } from '../../../lib/project/node/manifest.ts';
import type { Project } from '../../../lib/types.ts';
import type { Build } from './build.ts';
import { placeOf } from './place.ts';
import { startOf } from './start.ts';

/** The Dockerfile of a project of Node's. */
export function nodeBuild(project: Project): Build {
  const { folder } = placeOf(project);
  const { command } = startOf(project.facts.start?.value ?? []);
  const installer = managerOf(project);
  // A runtime that is its own manager, as Bun is, comes from the build.
  const isManagers = installer?.source !== undefined && command[0] === installer.name;
  const own =
    ['node', 'sh'].includes(command[0] ?? '') && !/\bsh -c exec (?!node)/.test(command.join(' '));
  const folders = folder === '' ? ['/app'] : [`/app/${folder}`, '/app'];
  const path = folders.map((each) => `${each}/node_modules/.bin`).join(':');
  return {
    base: [`FROM node:${project.stack.runtime}${compiles(project) ? '' : '-slim'} AS build`],
    manager: managerLines(project),
    build: buildLines(project),
    settings: isManagers
      ? [
          `COPY --from=build /opt/${command[0]} /opt/${command[0]}`,
          `ENV PATH=/opt/${command[0]}/bin:$PATH`,
        ]
      : own
        ? []
        : [`ENV PATH=${path}:$PATH`],
    probe: (port, address) => ['node', '--eval', probe(port, project.port, address)],
  };
}

/** Packages that are compiled where nothing prebuilt fits: the slim image has no compiler. */
const compiled =
  /"(?:bcrypt|argon2|(?:better-)?sqlite3|canvas|node-sass|bufferutil|utf-8-validate|re2|sodium-native|libxmljs2?|kerberos|snappy|farmhash|microtime|zeromq|leveldown|libpq|pg-native|node-rdkafka|ref-napi|ffi-napi|node-gyp|grpc)"\s*:/;

const compiles = ({ theirs }: Project): boolean => compiled.test(theirs.read('package.json') ?? '');

const probe = (variable: string, port: number, address: string): string => {
  const at = variable === '' ? String(port) : `\${process.env.${variable} || ${port}}`;
  return `fetch(\`http://127.0.0.1:${at}${address}\`).then(({ ok }) => process.exit(ok ? 0 : 1))`;
};

function managerLines(project: Project): readonly string[] {
  const installer = managerOf(project);
  const source = installer?.source?.(versionOf(project, installer));
  if (installer === undefined || source === undefined) return [];
  // Node finds the packages by itself, whatever linker the developers use.
  const linker =
    installer.name === 'yarn' && installer.from ? ['ENV YARN_NODE_LINKER=node-modules'] : [];
  return [
    ...linker,
    `ENV PATH=/opt/${installer.name}/bin:$PATH`,
    `RUN --mount=type=cache,target=/root/.npm \\\n  npm install --global --prefix /opt/${installer.name} "${source}"`,
  ];
}

function buildLines(project: Project): readonly string[] {
  const { facts } = project;
  const { folder, up } = placeOf(project);
  const installer = managerOf(project);
  if (installer === undefined) return ['COPY . .'];
  const installing = installingOf(project);
  const building = buildingPackages(project);
  const packages = building?.up === up ? [building.run] : [];
  const whole = facts.build !== undefined || packages.length > 0 || hasScripts(project);
  const isDevelopment = startsByDevelopment(project);
  const install =
    whole || isDevelopment ? installer.install(installing) : installer.production(installing);
  const run = `RUN --mount=type=cache,target=${installer.cache} \\\n  ${install}`;
  const first = folder !== '' || hasScripts(project) ? [] : copies(project);
  const prune = whole && !isDevelopment && installer.prune ? [installer.prune] : [];
  const build = facts.build ? [facts.build.value] : [];
  return [
    ...(first.length > 0 ? [...first, run, 'COPY . .'] : ['COPY . .', run]),
    ...(folder === ''
      ? runOf([...packages, ...build, ...prune])
      : [...runOf(packages), ...inFolder(folder, build, prune)]),
  ];
}

const runOf = (commands: readonly string[]): readonly string[] =>
  commands.length > 0 ? [`RUN ${commands.join(' && \\\n  ')}`] : [];

/** An app is built in its folder, and its workspace is pruned as a whole. */
const inFolder = (
  folder: string,
  build: readonly string[],
  prune: readonly string[],
): readonly string[] => [
  ...(build.length > 0 ? [`WORKDIR /app/${folder}`, ...runOf(build), 'WORKDIR /app'] : []),
  ...runOf(prune),
];

/** What the install reads, before the code: as long as it is the same, so is the layer. */
function copies(project: Project): readonly string[] {
  const { lock } = installingOf(project);
  const files = project.theirs.list();
  const settings = managerOf(project)?.settings ?? [];
  const present = settings.filter((name) => project.theirs.read(name) !== undefined);
  const folders = settings.filter((name) => files.some((path) => path.startsWith(`${name}/`)));
  return [
    `COPY ${['package.json', ...(lock ? [lock] : []), ...present].join(' ')} ./`,
    ...folders.map((folder) => `COPY ${folder} ./${folder}`),
  ];
}

const lifecycle = ['preinstall', 'install', 'postinstall', 'prepare'];

/** An install that runs scripts of the project's own, or patches and generates, needs its code. */
function hasScripts({ theirs }: Project): boolean {
  const text = theirs.read('package.json') ?? '{}';
  const { scripts = {} } = readManifest(text);
  const asks = /"(?:@prisma\/client|patch-package)"|"(?:file|link|workspace|portal):/.test(text);
  return asks || lifecycle.some((name) => scripts[name] !== undefined);
}

/** A start by what is declared for development only (ts-node, tsx …) needs it in the image. */
function startsByDevelopment({ facts, theirs }: Project): boolean {
  const { devDependencies = {} } = readManifest(theirs.read('package.json') ?? '{}') as {
    devDependencies?: Readonly<Record<string, string>>;
  };
  const words = (facts.start?.value ?? []).map((word) => packages[word] ?? word);
  return words.some((word) =>
    Object.keys(devDependencies).some((name) => word === name || word.startsWith(`${name}/`)),
  );
}

/** Programs whose package has another name. */
const packages: Readonly<Record<string, string>> = { 'babel-node': '@babel/node' };
