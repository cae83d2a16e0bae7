import { targets } from '../../lib/documents/makefile.ts';
import * as toml from '../../lib/documents/toml.ts';
import type { Texts } from '../run.ts';

/** Every name of a Python app that the tool made which leads nowhere, as `file: name`. */
export const pythonNames = (texts: Texts): string[] =>
  texts['.imagine/base.json']?.includes('"Makefile"')
    ? [...imports(texts), ...dotted(texts), ...commands(texts)]
    : [];

/** The names under which packages are imported, where they are not the packages' own. */
const importNames: Readonly<Record<string, string>> = {
  'django-cors-headers': 'corsheaders',
  djangorestframework: 'rest_framework',
  'drf-spectacular': 'drf_spectacular',
  'drf-spectacular-sidecar': 'drf_spectacular_sidecar',
  'graphene-django-graphiql-static': 'graphene_django_graphiql_static',
  'prometheus-client': 'prometheus_client',
  'strawberry-graphql': 'strawberry',
  'python-dotenv': 'dotenv',
};

/** What comes along with another package, and is its own interface. */
const brought: Readonly<Record<string, string>> = {
  asgiref: 'django',
  graphql: 'strawberry',
  cross_web: 'strawberry',
};

/** The modules of the standard library that apps use. */
const standard = new Set(
  [
    'asyncio base64 collections contextlib contextvars dataclasses datetime decimal email enum errno fcntl functools',
    'gzip hashlib hmac html http importlib inspect io ipaddress itertools json logging math mmap operator os',
    'pathlib queue random re runpy secrets select shutil signal socket sqlite3 ssl string struct',
    'subprocess sys tempfile textwrap threading time traceback types typing unittest urllib uuid',
    'warnings weakref zoneinfo',
  ]
    .join(' ')
    .split(' '),
);

function packagesOf(texts: Texts): ReadonlySet<string> {
  const text = texts['pyproject.toml'] ?? '';
  const lists = [
    toml.get(text, ['project', 'dependencies']),
    toml.get(text, ['dependency-groups', 'dev']),
  ];
  const names = lists.flat().map((each) => /^[\w.-]+/.exec(String(each))?.[0] ?? '');
  return new Set(names.map((name) => importNames[name] ?? name.replaceAll('-', '_')));
}

const isModule = (texts: Texts, path: string): boolean =>
  texts[`${path}.py`] !== undefined || texts[`${path}/__init__.py`] !== undefined;

function resolves(texts: Texts, packages: ReadonlySet<string>, module: string): boolean {
  const path = module.replaceAll('.', '/');
  const [root = ''] = path.split('/');
  if (isModule(texts, root)) return isModule(texts, path);
  return standard.has(root) || packages.has(brought[root] ?? root);
}

/** Modules that no file and no declared package answers. */
function imports(texts: Texts): string[] {
  const packages = packagesOf(texts);
  return Object.entries(texts)
    .filter(([path]) => path.endsWith('.py'))
    .flatMap(([path, text]) =>
      [...text.matchAll(/^\s*(?:from ([\w.]+) import |import ([\w.]+))/gm)]
        .map(([, from, whole]) => from ?? whole ?? '')
        .filter((module) => !resolves(texts, packages, module))
        .map((module) => `${path}: ${module}`),
    );
}

/** Dotted names in settings whose module, or class in it, is not there. */
function dotted(texts: Texts): string[] {
  const settings = texts['config/settings.py'] ?? '';
  return [...settings.matchAll(/"((?:config|todos)\.[\w.]+)"/g)]
    .map(([, name = '']) => name)
    .filter((name) => {
      const [, module = '', last = ''] = /^(.*)\.(\w+)$/.exec(name) ?? [];
      const path = module.replaceAll('.', '/');
      if (isModule(texts, name.replaceAll('.', '/'))) return false;
      return !new RegExp(`^(?:class )?${last}\\b`, 'm').test(texts[`${path}.py`] ?? '');
    })
    .map((name) => `config/settings.py: ${name}`);
}

/** Targets that are named in the Makefile itself, a workflow, README.md or an image, and are nowhere. */
function commands(texts: Texts): string[] {
  const known = new Set(targets(texts.Makefile ?? ''));
  const after = [...(texts.Makefile ?? '').matchAll(/^[\w-]+:((?: [\w-]+)*) ##/gm)]
    .flatMap(([, names = '']) => names.trim().split(' '))
    .filter((name) => name !== '' && !known.has(name));
  const places = Object.entries(texts).filter(([path]) =>
    /^(?:Procfile|README\.md|Dockerfile|\.github\/workflows\/.*)$/.test(path),
  );
  return [
    ...after.map((name) => `Makefile: target ${name}`),
    ...places.flatMap(([path, text]) =>
      [...text.matchAll(/\bmake ([a-z][\w-]*)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !known.has(name) && path !== 'README.md')
        .map((name) => `${path}: target ${name}`),
    ),
  ];
}
