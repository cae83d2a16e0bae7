import type { Files } from '../../../types.ts';
import { composedIn } from '../../compose.ts';
import type { Instruction } from '../../dockerfile.ts';
import { composeFiles } from '../compose.ts';
import { below, folderOf, nameOf } from '../text.ts';
import { commandOf, dockerfilesIn, folderIn, last, lastStage } from './dockerfile.ts';
import { type Around, type Found, realOf, realProcess } from './real.ts';
import { scriptsNamed } from './scripts.ts';

/** The web process as an image starts it. */
export function inImage(files: Files, base: string, around: Around): Found | undefined {
  for (const path of dockerfilesIn(files, base)) {
    const stage = lastStage(files.read(path) ?? '');
    const found = inStage(stage, path, inside(files, path, stage, around));
    if (found) return found;
  }
  return undefined;
}

/** The web process as a compose file starts a service that it builds, production's file first. */
export async function inCompose(files: Files, around: Around): Promise<Found | undefined> {
  const paths = composeFiles(files);
  const production = (path: string): number => (/prod/.test(path) ? 0 : 1);
  for (const path of [...paths].sort((a, b) => production(a) - production(b))) {
    const text = files.read(path) ?? '';
    for (const { built, command, dockerfile = 'Dockerfile' } of await composedIn(files, path)) {
      if (!built || command === undefined) continue;
      const image = below(folderOf(path), dockerfile.replace(/^\.\//, ''));
      const stage = lastStage(files.read(image) ?? '');
      const line = text.split(/\r?\n/).findIndex((each) => each.includes(command)) + 1;
      const place = { path, line: Math.max(1, line) };
      const found = realProcess(command, place, inside(files, image, stage, around));
      if (found) return found;
    }
  }
  return undefined;
}

/** What is around a command inside an image: the scripts that it copies, its working folder. */
function inside(files: Files, path: string, stage: readonly Instruction[], around: Around): Around {
  const folder = folderIn(stage);
  return {
    ...around,
    script: (name) => scriptBeside(files, name, path) ?? around.script(name),
    ...(folder !== undefined && { folder }),
  };
}

function inStage(stage: readonly Instruction[], path: string, around: Around): Found | undefined {
  const run = (words: readonly string[] | string, line: number): Found | undefined =>
    typeof words === 'string'
      ? realProcess(words, { path, line }, around)
      : realOf({ words, line: 1 }, { path, line }, around);
  const command = last(stage, 'CMD');
  const entry = last(stage, 'ENTRYPOINT');
  const first = command && run(commandOf(command), command.line);
  if (first || !entry) return first;
  const [before, after] = [commandOf(entry), command ? commandOf(command) : []];
  const isText = typeof before === 'string' || typeof after === 'string';
  return run(isText ? before : [...before, ...after], entry.line);
}

/** A script that an image copies: by its path's end, beside the Dockerfile first. */
function scriptBeside(files: Files, name: string, dockerfile: string) {
  const folder = dockerfile.slice(0, dockerfile.length - nameOf(dockerfile).length);
  const found = scriptsNamed(files, name);
  const path = found.find((each) => each.startsWith(folder) && folder !== '') ?? found[0];
  return path === undefined ? undefined : { path, text: files.read(path) ?? '' };
}
