import type { Files } from '../types.ts';

/** What of the system a package of Python's needs: packages of Debian's. */
interface Library {
  /** What names it, in any list of dependencies or lock file. */
  readonly named: RegExp;
  /** What it is built with; absent: it comes built. */
  readonly build?: readonly string[];
  /** What it runs with. */
  readonly run?: readonly string[];
  /** Machines of GitHub's have it. */
  readonly onRunner?: true;
}

const asked = (name: string): RegExp =>
  new RegExp(`(?:^|["'])${name}(?=[\\s"'=<>~!;,\\[]|$)`, 'im');
const compiler = ['gcc', 'libc6-dev'];

const libraries: readonly Library[] = [
  {
    named: asked('psycopg2'),
    build: [...compiler, 'libpq-dev'],
    run: ['libpq5'],
    onRunner: true,
  },
  {
    named: /(?:^|["'])psycopg(?:\[pool\])?(?=[\s"'=<>~!;,]|$)(?![\s\S]*psycopg[[-]binary)/im,
    run: ['libpq5'],
    onRunner: true,
  },
  {
    named: /(?:^|["'])psycopg(?:-c|\[(?:\w+,\s*)?c(?:,\s*\w+)?\])(?=[\s"'=<>~!;,]|$)/im,
    build: [...compiler, 'libpq-dev'],
    run: ['libpq5'],
    onRunner: true,
  },
  {
    named: asked('mysqlclient'),
    build: [...compiler, 'pkg-config', 'default-libmysqlclient-dev'],
    run: ['libmariadb3'],
    onRunner: true,
  },
  { named: asked('uwsgi'), build: compiler, onRunner: true },
  { named: /\bgit\+(?:https|ssh):/, build: ['git'], onRunner: true },
  {
    named: asked('python-ldap'),
    build: [...compiler, 'libldap-dev', 'libsasl2-dev'],
    run: ['ldap-utils'],
  },
  {
    named: asked('pycairo'),
    build: [...compiler, 'pkg-config', 'libcairo2-dev'],
    run: ['libcairo2'],
  },
  { named: asked('pygraphviz'), build: [...compiler, 'graphviz-dev'], run: ['graphviz'] },
  {
    named: asked('pylibmc'),
    build: [...compiler, 'libmemcached-dev', 'zlib1g-dev'],
    run: ['libmemcached11'],
  },
  { named: asked('python-magic'), run: ['libmagic1'] },
  {
    named: asked('weasyprint'),
    run: ['libpango-1.0-0', 'libpangoft2-1.0-0', 'libharfbuzz-subset0'],
  },
  { named: asked('opencv-python'), run: ['libgl1', 'libglib2.0-0'] },
  { named: asked('pyodbc'), run: ['unixodbc'] },
];

/** GeoDjango loads libraries by their names. */
const geographic: Library = {
  named: /["']django\.contrib\.gis["']/,
  run: ['binutils', 'gdal-bin', 'libproj-dev'],
};

const lists =
  /^(?:pyproject\.toml|Pipfile|setup\.(?:cfg|py)|(?:poetry|uv|pdm)\.lock|requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in))$/;

/** The packages of Debian's that a Python project needs; `missing`: only what GitHub's machines lack. */
export function systemOf(
  theirs: Files,
  settings: string | undefined,
): {
  readonly build: readonly string[];
  readonly run: readonly string[];
  readonly missing: readonly string[];
} {
  const text = theirs
    .list()
    .filter((path) => lists.test(path))
    .map((path) => (path.endsWith('.lock') ? lockedIn : whole)(theirs.read(path) ?? ''))
    .join('\n');
  const isGeographic = geographic.named.test(theirs.read(settings ?? '') ?? '');
  const found = [
    ...libraries.filter(({ named }) => named.test(text)),
    ...(isGeographic ? [geographic] : []),
  ];
  const absent = found.filter(({ onRunner }) => !onRunner);
  return {
    build: sorted(found.flatMap(({ build = [] }) => build)),
    run: sorted(found.flatMap(({ run = [] }) => run)),
    missing: sorted(absent.flatMap(({ build = [], run = [] }) => [...build, ...run])),
  };
}

const whole = (text: string): string => text;

/** The packages that a lock file has; not what their extras would ask for. */
const lockedIn = (text: string): string =>
  [...text.matchAll(/^name = "(.+)"\r?$/gm)].map(([, name]) => name).join('\n');

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();
