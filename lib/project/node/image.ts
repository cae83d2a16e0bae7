import type { Files } from '../../types.ts';
import { type Dockerfile, wordsOf } from '../dockerfile.ts';
import type { Named } from '../procfile.ts';
import { words } from '../words.ts';

/** ENTRYPOINT and CMD of the image, paths in it as the project has them. */
export function imageCommand(files: Files, docker: Dockerfile): Named | undefined {
  const last = (keyword: string) => docker.last.findLast((each) => each.keyword === keyword);
  const [entry, cmd] = [last('ENTRYPOINT'), last('CMD')];
  const line = (cmd ?? entry)?.line;
  const all = [...(entry ? entered(files, wordsOf(entry)) : []), ...(cmd ? wordsOf(cmd) : [])];
  const from = docker.last[0]?.rest ?? '';
  const whole =
    /distroless\/nodejs/.test(from) && /\.[cm]?js$/.test(all[0] ?? '') ? ['node', ...all] : all;
  const folder = docker.last
    .findLast(({ keyword }) => keyword === 'WORKDIR')
    ?.rest.replace(/\/$/, '');
  const inside = whole
    .map((word) => (folder && word.startsWith(`${folder}/`) ? word.slice(folder.length + 1) : word))
    .map((word) => (word.startsWith('-') ? word : copied(files, docker, word)));
  if (line === undefined || inside.length === 0) return undefined;
  const command = inside.map(quoted).join(' ');
  return { name: 'web', command, at: `${docker.path}:${line}` };
}

/** A path of the image as the project has it: `COPY dist/api api`, `COPY --from=build /app/dist .`. */
function copied(files: Files, { all, last }: Dockerfile, word: string): string {
  if (files.read(word) !== undefined) return word;
  const folders = all.filter(({ keyword }) => keyword === 'WORKDIR').map(({ rest }) => rest);
  for (const { keyword, rest } of last) {
    const [from, to, more] = words(rest).filter((each) => !each.startsWith('--'));
    if (keyword !== 'COPY' || from === undefined || to === undefined || more !== undefined)
      continue;
    const [source, target] = [plain(from, folders), plain(to, folders)];
    if (target !== '' && source !== '' && (word === target || word.startsWith(`${target}/`)))
      return source + word.slice(target.length);
    if (target === '' && /^(?:dist|build|out)$/.test(source) && /\.[cm]?js$/.test(word))
      return `${source}/${word}`;
  }
  return word;
}

/** A path without the folder that images work in. */
const plain = (path: string, folders: readonly string[]): string =>
  within(path, folders)
    .replace(/^\/(?:usr\/src\/app|app|srv|workspace|home\/node\/app|home\/node)\b/, '')
    .replace(/^\.?\/|\/$|^\.$/g, '');

function within(path: string, folders: readonly string[]): string {
  const folder = folders.find((each) => path === each || path.startsWith(`${each}/`));
  return folder === undefined || folder === '/' ? path : path.slice(folder.length);
}

/** A script of the project as entry point runs what it gets, or what its last line starts. */
function entered(files: Files, all: readonly string[]): readonly string[] {
  const name = all[0]?.replace(/^.*\//, '') ?? '';
  if (/^docker-entrypoint(?:\.sh)?$/.test(name) || name.endsWith('.sh')) {
    const path = files.list().find((each) => each === name || each.endsWith(`/${name}`));
    const lines = (path === undefined ? '' : (files.read(path) ?? '')).split('\n');
    const last = lines.findLast((line) => /^\s*exec\s+/.test(line));
    return last === undefined || /"\$@"/.test(last) ? [] : words(last.replace(/^\s*exec\s+/, ''));
  }
  return all;
}

const quoted = (word: string): string => (/[\s"']/.test(word) ? JSON.stringify(word) : word);
