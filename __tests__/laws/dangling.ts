import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { parse } from 'yaml';
import type { Texts } from '../run.ts';
import { pythonNames } from './dangling-python.ts';

/** Every name in a project's files that leads nowhere, as `file: name`. */
export const dangling = (texts: Texts): string[] => [
  ...imports(texts),
  ...commands(texts),
  ...compose(texts),
  ...holes(texts),
  ...pythonNames(texts),
];

const known = (texts: Texts, path: string): boolean =>
  texts[path] !== undefined || Object.keys(texts).some((each) => each.startsWith(`${path}/`));

/** Relative imports that no file answers, and packages that the manifest has not. */
function imports(texts: Texts): string[] {
  return Object.entries(texts)
    .filter(([path]) => /\.[cm]?[jt]sx?$/.test(path) && !path.includes('/assets/'))
    .flatMap(([path, text]) =>
      [...text.matchAll(/(?<![.\w])(?:from|import|require)\s*\(?\s*'([^']+)'/g)]
        .map(([, name = '']) => name)
        .filter((name) => !resolves(texts, path, name, packagesOf(texts, path)))
        .map((name) => `${path}: ${name}`),
    );
}

/** The packages of the manifest that is nearest above a file. */
function packagesOf(texts: Texts, path: string): ReadonlySet<string> {
  const folder = posix.dirname(path);
  const text = texts[posix.join(folder, 'package.json')];
  if (text === undefined && folder !== '.') return packagesOf(texts, folder);
  const { dependencies, devDependencies } = JSON.parse(text ?? '{}');
  return new Set(Object.keys({ ...dependencies, ...devDependencies }));
}

/** What AdminJS brings along for components of one's own. */
const broughtByAdminjs = new Set(['react', 'react-redux', 'adminjs', '@adminjs/design-system']);

function resolves(
  texts: Texts,
  path: string,
  name: string,
  packages: ReadonlySet<string>,
): boolean {
  if (name.startsWith('node:') || builtinModules.includes(name)) return true;
  if (name.startsWith('.')) {
    const target = posix.join(posix.dirname(path), name);
    const ends = ['', '.js', '.ts', '/index.js', '/index.ts'].map((end) => target + end);
    // TypeScript names a neighbour as it will be built.
    const source = target.replace(/\.([cm]?)js$/, '.$1ts');
    return [...ends, source].some((each) => texts[each] !== undefined);
  }
  if (path.includes('/admin/components/')) return broughtByAdminjs.has(name);
  const parts = name.split('/');
  return packages.has(name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? ''));
}

/** Scripts that are named in a script, a workflow, the Procfile or README.md, and are nowhere. */
function commands(texts: Texts): string[] {
  const { scripts = {} } = JSON.parse(texts['package.json'] ?? '{}');
  const places = Object.entries(texts).filter(([path]) =>
    /^(?:package\.json|Procfile|README\.md|Dockerfile|\.github\/workflows\/.*)$/.test(path),
  );
  return places.flatMap(([path, text]) =>
    [...text.matchAll(/(?:npm run|node --run|yarn run|pnpm run) ([\w:-]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => scripts[name] === undefined)
      .map((name) => `${path}: script ${name}`),
  );
}

/** Services and volumes that compose refers to and does not define. */
function compose(texts: Texts): string[] {
  const path = ['compose.yaml', 'docker-compose.yml'].find((each) => known(texts, each));
  if (!path) return [];
  const { services = {}, volumes = {} } = parse(texts[path] ?? '') ?? {};
  return Object.entries<Record<string, unknown>>(services).flatMap(([name, service]) => {
    const needed = (service.depends_on as object | undefined) ?? {};
    const wanted = Array.isArray(needed) ? needed.map(String) : Object.keys(needed);
    const mounts = ((service.volumes as string[] | undefined) ?? []).map(
      (each) => each.split(':')[0] ?? '',
    );
    const missing = [
      ...wanted.filter((each) => services[each] === undefined),
      ...mounts.filter((each) => /^[\w-]+$/.test(each) && !(each in volumes)),
    ];
    return missing.map((each) => `${path}: ${name} refers to ${each}`);
  });
}

const holes = (texts: Texts): string[] =>
  Object.entries(texts)
    .filter(([path, text]) => path !== '.imagine/base.json' && /<%[-=]/.test(text))
    .map(([path]) => `${path}: an unfilled hole`);
