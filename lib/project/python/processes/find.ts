import type { Facts, Files } from '../../../types.ts';
import type { Gathered } from '../gathered.ts';
import { isDevelopment, unwrapped } from '../start/process.ts';
import type { Found } from '../start/real.ts';
import { commandsIn } from '../start/shell.ts';
import { below, linesOf } from '../text.ts';
import { type Process, workersIn } from './workers.ts';

/** Every process of the project: of its Procfile as written, else of what starts and what works. */
export function processesOf(gathered: Gathered, start: Found | undefined): Facts['processes'] {
  const written = procfile(gathered.files, gathered.manifests.base);
  const web = start
    ? [{ name: 'web', command: start.words.map(quoted).join(' '), place: start.place }]
    : [];
  const known = new Set(written.map(({ name }) => name));
  const workers = written.some(({ name }) => name !== 'web' && name !== 'release')
    ? []
    : workersIn(gathered);
  const added = [...web, ...workers].filter(({ name }) => !known.has(name));
  const all = [...written, ...added];
  if (all.length === 0) return undefined;
  return {
    value: Object.fromEntries(all.map(({ name, command }) => [name, command])),
    evidence: all.map(({ place }) => place),
  };
}

function procfile(files: Files, base: string): readonly Process[] {
  const path = [below(base, 'Procfile'), 'Procfile'].find((each) => files.read(each) !== undefined);
  return linesOf(files.read(path ?? '') ?? '').flatMap((line, index) => {
    const [, name, command] = /^([\w-]+):\s*(\S.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || command === undefined) return [];
    return isForDevelopment(command) ? [] : [{ name, command, place: `${path}:${index + 1}` }];
  });
}

const isForDevelopment = (command: string): boolean =>
  commandsIn(command).some(({ words }) => isDevelopment(unwrapped(words)));

const quoted = (word: string): string => (/[\s'"()&;|<>]/.test(word) ? `'${word}'` : word);
