import type { Files } from '../../../types.ts';
import { tasksIn } from '../checks/tasks.ts';
import type { Manifests } from '../manifests/read.ts';
import { nameOf } from '../text.ts';
import { type Around, type Found, realProcess } from './real.ts';

const names = ['start', 'serve', 'web', 'prod', 'production', 'server', 'run', 'gunicorn'];
const scripts =
  /^(?:(?:bin|scripts?|deploy|docker|ops)\/)?(?:start|run|serve|web|prod|production|server|entrypoint|docker-entrypoint|gunicorn|start-prod|run-prod)(?:\.sh)?$/;
const targets =
  /^(?:start|serve|run|web|prod|production|server|gunicorn|start-prod|run-prod|serve-prod)\s*:(?!=)/;

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
    const found = realProcess(files.read(path) ?? '', { path, line: 1 }, around);
    if (found) return found;
  }
  for (const { command, path, line } of tasksIn(manifests, names)) {
    const found = realProcess(command, { path, line }, around);
    if (found) return found;
  }
  return inMakefile(files.read('Makefile') ?? '', around);
}

function inMakefile(text: string, around: Around): Found | undefined {
  let inside = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\S/.test(line)) inside = targets.test(line);
    else if (inside) {
      const command = line.replace(/^\s+[@-]*/, '').replaceAll('$$', '$');
      const found = realProcess(command, { path: 'Makefile', line: index + 1 }, around);
      if (found) return found;
    }
  }
  return undefined;
}
