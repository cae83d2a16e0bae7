/** What is checked of a project: all of these, unless its row says why not. */
export type Part = 'tests' | 'start' | 'workflow' | 'image';

/** A project that was there before, and how it is retrofitted and looked at. */
export interface Retrofitted {
  /** Below `__tests__`. */
  readonly folder: string;
  /** The app in it; absent: the folder itself. */
  readonly app?: string;
  /** How its developer installs it, where the manager's own command doesn't say it all. */
  readonly install?: string;
  /** What the user asks for beyond the defaults. */
  readonly options?: readonly string[];
  /** What the project's own process needs of its environment. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What a deployment sets, which on a developer's machine `.env` does. */
  readonly deployed?: Readonly<Record<string, string>>;
  /** What is left out, and why. */
  readonly without?: Readonly<Partial<Record<Part, string>>>;
}

const key = 'a-long-key-of-a-deployment-that-is-made-for-this-check';

const withPip = (what: string): string =>
  `test -d .venv || python3.13 -m venv .venv && pip install ${what}`;

const attached: readonly string[] = [
  ...['--database', 'postgresql', '--cache', 'redis', '--monitoring', 'prometheus', '--fix'],
];

/** The projects that really run before and after their retrofit, by name. */
export const retrofitted: Readonly<Record<string, Retrofitted>> = {
  'express-plain': { folder: 'fixtures/express-plain' },
  'express-bare': { folder: 'fixtures/express-bare', without: { tests: 'it has none' } },
  workspace: { folder: 'retrofit/projects/workspace', app: 'apps/api' },
  pnpm: { folder: 'retrofit/projects/pnpm' },
  yarn: { folder: 'retrofit/projects/yarn' },
  koa: {
    folder: 'retrofit/projects/koa',
    options: attached,
    deployed: { SESSION_SECRET: key },
  },
  nest: { folder: 'retrofit/projects/nest' },
  uv: { folder: 'retrofit/projects/uv' },
  pip: { folder: 'retrofit/projects/pip', install: withPip('--requirement requirements-dev.txt') },
  django: {
    folder: 'retrofit/projects/django',
    install: withPip('--requirement requirements/development.txt'),
    variables: { SECRET_KEY: key },
  },
  poetry: {
    folder: 'retrofit/projects/poetry',
    options: attached,
    deployed: { SECRET_KEY: key },
  },
  pdm: { folder: 'retrofit/projects/pdm' },
  pipenv: { folder: 'retrofit/projects/pipenv', options: attached },
  'setup-cfg': {
    folder: 'fixtures/python-flask-setup-cfg',
    install: withPip('--editable ".[dev]"'),
    without: { workflow: 'nothing here stands in for its MongoDB' },
  },
  litestar: {
    folder: 'fixtures/python-litestar',
    without: { image: 'its own Dockerfile is kept, and of images that are not made here' },
  },
};
