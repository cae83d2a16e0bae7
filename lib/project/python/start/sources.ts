import type { Files } from '../../../types.ts';
import { nameOf } from '../text.ts';
import { commandOf, dockerfilesIn, last, lastStage } from './dockerfile.ts';
import { type Around, type Found, realOf, realProcess } from './real.ts';

/** A platform's file that names the command of the web process, and the pattern that finds it. */
const platforms: readonly { readonly file: RegExp; readonly command: RegExp }[] = [
  { file: /^Procfile(?:\.prod\w*)?$/, command: /^web:\s*(.+)$/ },
  { file: /^render\.yaml$/, command: /^\s*startCommand:\s*["']?(.+?)["']?\s*$/ },
  { file: /^railway\.(?:json|toml)$/, command: /^\s*"?startCommand"?\s*[:=]\s*"(.+?)",?\s*$/ },
  { file: /^nixpacks\.toml$/, command: /^\s*cmd\s*=\s*["'](.+)["']\s*$/ },
  { file: /^fly\.toml$/, command: /^\s*(?:web|app)\s*=\s*["'](.+)["']\s*$/ },
  { file: /^heroku\.yml$/, command: /^\s+web:\s*(.+)$/ },
  { file: /^app\.yaml$/, command: /^entrypoint:\s*(.+)$/ },
];

/** The web process as a platform's file, an image, a script or a target of make starts it. */
export const startIn = (files: Files, base: string, around: Around): Found | undefined =>
  onPlatform(files, base, around) ?? inImage(files, base, around) ?? inScripts(files, base, around);

function onPlatform(files: Files, base: string, around: Around): Found | undefined {
  for (const { file, command } of platforms) {
    const paths = files.list().filter((path) => file.test(nameOf(path)) && near(path, base));
    for (const path of paths) {
      for (const [index, line] of (files.read(path) ?? '').split(/\r?\n/).entries()) {
        const text = command.exec(line)?.[1];
        const found = text && realProcess(text, { path, line: index + 1 }, around);
        if (found) return found;
      }
    }
  }
  return undefined;
}

/** At the root, or in the project's own folder. */
const near = (path: string, base: string): boolean =>
  !path.includes('/') || path === `${base}/${nameOf(path)}`;

function inImage(files: Files, base: string, around: Around): Found | undefined {
  for (const path of dockerfilesIn(files, base)) {
    const stage = lastStage(files.read(path) ?? '');
    const folder = last(stage, 'WORKDIR')?.text.replace(/\/$/, '');
    const inside: Around = {
      ...around,
      script: (name) => scriptNear(files, name, path) ?? around.script(name),
      ...(folder !== undefined && { folder }),
    };
    const found = inStage(stage, path, inside);
    if (found) return found;
  }
  return undefined;
}

function inStage(
  stage: ReturnType<typeof lastStage>,
  path: string,
  around: Around,
): Found | undefined {
  const run = (words: readonly string[] | string, line: number): Found | undefined =>
    typeof words === 'string'
      ? realProcess(words, { path, line }, around)
      : realOf({ words, line: 1 }, { path, line }, around);
  const command = last(stage, 'CMD');
  const entry = last(stage, 'ENTRYPOINT');
  const first = command && run(commandOf(command), command.line);
  if (first || !entry) return first;
  const [before, after] = [commandOf(entry), command ? commandOf(command) : []];
  const both =
    typeof before === 'string' || typeof after === 'string' ? before : [...before, ...after];
  return run(both, entry.line);
}

/** A script that an image copies: by its path's end, beside the Dockerfile first. */
function scriptNear(files: Files, name: string, dockerfile: string) {
  const folder = dockerfile.slice(0, dockerfile.length - nameOf(dockerfile).length);
  const found = scriptsNamed(files, name);
  const path = found.find((each) => each.startsWith(folder) && folder !== '') ?? found[0];
  return path === undefined ? undefined : { path, text: files.read(path) ?? '' };
}

/** The files that a command's path may mean, the closest match first. */
export function scriptsNamed(files: Files, name: string): readonly string[] {
  const plain = name.replace(/^(?:\.?\/)+/, '');
  const matches = files
    .list()
    .filter((path) => nameOf(path) === nameOf(plain) && !path.endsWith('.py'));
  const common = (path: string): number => (path === plain ? 2 : plain.endsWith(path) ? 1 : 0);
  return matches.sort((a, b) => common(b) - common(a));
}

const scripts =
  /^(?:(?:bin|scripts?|deploy|docker|ops)\/)?(?:start|run|serve|web|prod|production|server|entrypoint|docker-entrypoint|prestart|gunicorn|start-prod|run-prod)(?:\.sh)?$/;
const targets =
  /^(?:start|serve|run|web|prod|production|server|gunicorn|start-prod|run-prod|serve-prod)\s*:(?!=)/;

function inScripts(files: Files, base: string, around: Around): Found | undefined {
  const prefix = base === '' ? '' : `${base}/`;
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
