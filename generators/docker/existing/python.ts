import { installingOf, managerOf } from '../../../lib/existing/installing.ts';
import { systemOf } from '../../../lib/existing/libraries.ts';
import { servingOf } from '../../../lib/existing/serving.ts';
import { productionLists } from '../../../lib/languages/python/lists.ts';
import type { Project } from '../../../lib/types.ts';
import type { Build } from './build.ts';
import { placeOf } from './place.ts';
import { serverInstall } from './server.ts';
import { startOf } from './start.ts';

/** What makes a server listen on every interface, on the port that the image exposes. */
const servers: Readonly<Record<string, (port: number) => string>> = {
  gunicorn: (port) => `PORT=${port}`,
  uvicorn: (port) => `UVICORN_HOST=0.0.0.0 UVICORN_PORT=${port}`,
  granian: (port) => `GRANIAN_HOST=0.0.0.0 GRANIAN_PORT=${port}`,
};

/** The Dockerfile of a project of Python's. */
export function pythonBuild(project: Project): Build {
  const { facts, port } = project;
  const start = servingOf(project)?.words ?? [];
  const { command, environment } = startOf(start);
  const server = servers[command[0] ?? ''];
  const bound = /(?:^|\s)(?:-b|--bind|--host)(?:[\s=]|$)/.test(command.join(' '));
  const variable = `${facts.portVariable?.value ?? ''}=${port}`;
  const binding =
    server && !bound ? [server(port)] : command.join(' ').includes('$PORT') ? [`PORT=${port}`] : [];
  const settings = binding.filter((each) => each !== variable && !environment.includes(each));
  const folder = sourceFolder(project);
  const path = ['/app', placeOf(project).folder, folder].filter(Boolean).join('/');
  const system = systemOf(project.theirs, facts.settings?.value);
  return {
    manager: [...installed(system.build), ...managerLines(project)],
    build: buildLines(project),
    settings: [
      ...installed(system.run),
      ...(folder === '' ? [] : [`ENV PYTHONPATH=${path}`]),
      ...(settings.length > 0 ? [`ENV ${settings.join(' ')}`] : []),
    ],
    probe: (name, address) => ['python', '-c', probe(name, port, address)],
  };
}

/** Packages of Debian's, without what only an install needs. */
const installed = (names: readonly string[]): readonly string[] =>
  names.length === 0
    ? []
    : [
        `RUN apt-get update \\\n  && apt-get install --yes --no-install-recommends ${names.join(' ')} \\\n  && rm -rf /var/lib/apt/lists/*`,
      ];

const probe = (variable: string, port: number, address: string): string => {
  if (variable === '')
    return `import urllib.request as r; r.urlopen('http://127.0.0.1:${port}${address}', timeout=2)`;
  const at = `os.environ.get('${variable}', '${port}')`;
  return `import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + ${at} + '${address}', timeout=2)`;
};

/** What of the path to the code is not part of a module's name: `src`, `backend`. */
function sourceFolder({ facts }: Project): string {
  const [module = ''] = facts.application?.value.split(':') ?? [];
  const entry = facts.entry?.value ?? '';
  const path = module.replaceAll('.', '/');
  const found = [`${path}.py`, `${path}/__init__.py`].find((each) => entry.endsWith(`/${each}`));
  return module !== '' && found ? entry.slice(0, -found.length - 1) : '';
}

const managers: Readonly<Record<string, readonly string[]>> = {
  uv: ['ENV UV_PROJECT_ENVIRONMENT=/venv UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never'],
};

function managerLines(project: Project): readonly string[] {
  const installer = managerOf(project);
  const source = installer?.source?.('');
  if (installer === undefined || source === undefined) return [];
  return [
    ...(managers[installer.name] ?? []),
    `RUN --mount=type=cache,target=/root/.cache/pip \\\n  pip install --root-user-action=ignore "${source}"`,
  ];
}

function buildLines(project: Project): readonly string[] {
  const installer = managerOf(project);
  if (installer === undefined) return [];
  const { up } = placeOf(project);
  const lists = productionLists(project.theirs.list());
  const installing = { ...installingOf(project), lists };
  const step = (run: string): string =>
    `RUN --mount=type=cache,target=${installer.cache} \\\n  ${run}`;
  const install = step(installer.production(installing));
  const code = installer.code?.(installing);
  const server = serverInstall(project, lists);
  const steps = (run: string | undefined) => (run === undefined ? [] : [step(run)]);
  const lines = installer.name === 'pip' ? listLines(project, lists) : manifestLines(project, up);
  if (lines.length === 0 || needsCode(project))
    return ['COPY . .', code === undefined ? install : step(code), ...steps(server)];
  return [...lines, install, ...steps(server), ...(code ? ['COPY . .', step(code)] : [])];
}

/** An install of packages that lie in the project's own folders needs them. */
function needsCode(project: Project): boolean {
  const { lock, member } = installingOf(project);
  const { up } = placeOf(project);
  const manifest = project.theirs.read(`${up}pyproject.toml`) ?? '';
  return (member !== undefined && lock === undefined) || local.test(manifest);
}

const local = /^[^#\n]*=\s*\{[^}]*\bpath\s*=\s*["']/m;

/** The lists of pip, which may include others. */
function listLines({ theirs }: Project, lists: readonly string[]): readonly string[] {
  const read = theirs
    .list()
    .filter((path) =>
      /^(?:requirements[^/]*|constraints[^/]*|requirements\/[^/]+)\.txt$/.test(path),
    );
  const flat = read.filter((path) => !path.includes('/'));
  if (lists.length === 0) return [];
  return [
    ...(flat.length > 0 ? [`COPY ${flat.join(' ')} ./`] : []),
    ...(flat.length < read.length ? ['COPY requirements ./requirements'] : []),
  ];
}

/** What a manager reads, where its lock file lies. */
function manifestLines(project: Project, up: string): readonly string[] {
  const lock = installingOf(project).lock?.slice(up.length) ?? '';
  const read = ['pyproject.toml', 'Pipfile', lock, ...(managerOf(project)?.settings ?? [])].filter(
    (path) => path !== '' && project.theirs.read(up + path) !== undefined,
  );
  return [`COPY ${read.join(' ')} ./`];
}
