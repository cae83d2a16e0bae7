import type { Installer, Installing } from './installer.ts';

/** The group `dev` comes by itself. */
const extra = ({ extras, groups }: Installing): string =>
  [
    ...extras.map((name) => ` --extra ${name}`),
    ...groups.filter((name) => name !== 'dev').map((name) => ` --group ${name}`),
  ].join('');

const ofMember = ({ member }: Installing): string => (member ? ` --package ${member}` : '');

const uv: Installer = {
  name: 'uv',
  everyday: (project) => `uv sync${extra(project)}`,
  install: (project) =>
    `uv sync${project.lock ? ' --locked' : ''}${project.member === undefined ? '' : ' --all-packages'}${extra(project)}`,
  // What a workspace's lock file says can be checked only where all its members are.
  production: (project) =>
    project.member === undefined
      ? `uv sync${project.lock ? ' --locked' : ''} --no-dev --no-install-project`
      : `uv sync --frozen --no-dev --no-install-workspace${ofMember(project)}`,
  code: (project) =>
    project.member === undefined
      ? undefined
      : `uv sync${project.lock ? ' --locked' : ''} --no-dev${ofMember(project)}`,
  source: () => 'uv<1',
  settings: ['uv.toml'],
  cache: '/root/.cache/uv',
  ecosystem: 'uv',
};

const extras = ({ extras: names }: Installing): string =>
  names.map((name) => ` --extras ${name}`).join('');

const poetry: Installer = {
  name: 'poetry',
  everyday: (project) => `poetry install${extras(project)}`,
  relock: 'poetry lock',
  install: (project) => `poetry install --no-interaction${extras(project)}`,
  production: () => 'poetry install --no-interaction --only main --no-root',
  source: () => 'poetry>=1.8,<3',
  settings: ['poetry.toml'],
  cache: '/root/.cache/pypoetry',
  ecosystem: 'pip',
};

const pipenv: Installer = {
  name: 'pipenv',
  everyday: () => 'pipenv install --dev',
  install: ({ lock }) => `pipenv ${lock ? 'sync' : 'install'} --dev`,
  production: ({ lock }) => `pipenv ${lock ? 'sync' : 'install'}`,
  source: () => 'pipenv>=2023',
  settings: [],
  cache: '/root/.cache/pipenv',
  ecosystem: 'pip',
};

/** Groups of dependencies come by themselves, optional ones when they are named. */
const optional = ({ extras: names }: Installing): string =>
  names.map((name) => ` --group ${name}`).join('');

const pdm: Installer = {
  name: 'pdm',
  everyday: (project) => `pdm install${optional(project)}`,
  install: (project) => `pdm ${project.lock ? 'sync' : 'install'} --dev${optional(project)}`,
  production: ({ lock }) => `pdm ${lock ? 'sync' : 'install'} --prod --no-self`,
  // With the versions that it was released with: newer ones of what it is made of have broken it.
  source: () => 'pdm[locked]>=2,<3',
  settings: ['pdm.toml'],
  cache: '/root/.cache/pdm',
  ecosystem: 'pip',
};

/** What pip installs: the files that list it, else the project itself. */
const listed = ({ lists, extras }: Installing): string =>
  lists.length > 0
    ? lists.map((file) => `--requirement ${file}`).join(' ')
    : `--editable ${extras.length > 0 ? `".[${extras.join(',')}]"` : '.'}`;

const grouped = ({ lists, groups }: Installing): string =>
  lists.length > 0 ? '' : groups.map((name) => ` --group ${name}`).join('');

const pip: Installer = {
  name: 'pip',
  everyday: (project) => `pip install ${listed(project)}${grouped(project)}`,
  // Groups are new to pip 25.
  install: (project) =>
    [
      ...(grouped(project) === '' ? [] : ['python -m pip install --upgrade pip &&']),
      `python -m pip install ${listed(project)}${grouped(project)}`,
    ].join(' '),
  production: (project) =>
    project.lists.length > 0 ? `pip install ${listed(project)}` : 'pip install .',
  settings: [],
  cache: '/root/.cache/pip',
  ciCache: 'pip',
  ecosystem: 'pip',
};

/** Python's managers as existing projects use them. */
export const pythonInstallers: readonly Installer[] = [uv, poetry, pip, pipenv, pdm];
