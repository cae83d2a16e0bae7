import type { Files } from '../../../types.ts';
import { tasksIn } from '../checks/tasks.ts';
import type { Manifests } from '../manifests/read.ts';
import { below, linesOf, nameOf } from '../text.ts';
import { type Around, type Found, realProcess } from './real.ts';
import { filled } from './shell.ts';

const names = ['start', 'serve', 'web', 'prod', 'production', 'server', 'run', 'gunicorn'];
const scripts =
  /^(?:(?:bin|scripts?|deploy|docker|ops)\/)?(?:start|run|serve|web|prod|production|server|entrypoint|docker-entrypoint|gunicorn|start-prod|run-prod)(?:\.sh)?$/;
const targets = [...names, 'start-prod', 'run-prod', 'serve-prod'];

/** The files that a command's path may mean, the closest match first. */
export function scriptsNamed(files: Files, name: string): readonly string[] {
  const plain = name.replace(/^(?:\.?\/)+/, '');
  const matches = files
    .list()
    .filter((path) => nameOf(path) === nameOf(plain) && !path.endsWith('.py'));
  const common = (path: string): number => (path === plain ? 2 : plain.endsWith(path) ? 1 : 0);
  return matches.sort((a, b) => common(b) - common(a));
}

/** The web process as a script, a task or a target of make starts it. */
export function inScripts(files: Files, manifests: Manifests, around: Around): Found | undefined {
  const prefix = manifests.base === '' ? '' : `${manifests.base}/`;
  const paths = files
    .list()
    .filter(
      (path) =>
        scripts.test(path) || (path.startsWith(prefix) && scripts.test(path.slice(prefix.length))),
    );
  for (const path of paths) {
    const found = realProcess(filled(files.read(path) ?? ''), { path, line: 1 }, around);
    if (found) return found;
  }
  for (const { command, path, line } of tasksIn(manifests, names)) {
    const found = realProcess(command, { path, line }, around);
    if (found) return found;
  }
  return targets
    .map((target) => recipeIn(files, manifests.base, target))
    .map((recipe) => recipe && realProcess(recipe.text, recipe, around))
    .find((found) => found !== undefined);
}

const makefiles = ['Makefile', 'makefile', 'GNUmakefile'];

/** What a target of the Makefile does, as a script from its first line on. */
export function recipeIn(files: Files, base: string, target: string) {
  for (const path of new Set(
    [base, ''].flatMap((folder) => makefiles.map((name) => below(folder, name))),
  )) {
    const lines = linesOf(files.read(path) ?? '');
    const index = lines.findIndex(
      (line) => line.startsWith(`${target}:`) && line[target.length + 1] !== '=',
    );
    if (index < 0) continue;
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((line) => /^\S/.test(line));
    const recipe = rest.slice(0, end < 0 ? rest.length : end);
    const text = recipe
      .map((line) => line.replace(/^\s+(?:@-?|-@?)?(?!-)/, '').replaceAll('$$', '$'))
      .join('\n');
    return { path, text, line: index + 2 };
  }
  return undefined;
}
