import type { Facts, Files } from '../../../types.ts';
import { procfileOf } from '../../procfile.ts';
import type { Gathered } from '../gathered.ts';
import { isDevelopment, unwrapped } from '../start/process.ts';
import type { Found } from '../start/real.ts';
import { recipeIn } from '../start/scripts.ts';
import { commandsIn } from '../start/shell.ts';
import { composedWorkers } from './composed.ts';
import { type Process, workersIn } from './workers.ts';

/** Every process of the project: of its Procfile as written, else of what starts and what works. */
export async function processesOf(
  gathered: Gathered,
  start: Found | undefined,
): Promise<Facts['processes']> {
  const written = procfileOf(gathered.files)
    .filter(({ command }) => !isForDevelopment(command, gathered.files))
    .map(({ name, command, at }) => ({ name, command, place: at }));
  const web = start
    ? [{ name: 'web', command: start.words.map(quoted).join(' '), place: start.place }]
    : [];
  const known = new Set(written.map(({ name }) => name));
  const workers = written.some(({ name }) => name !== 'web' && name !== 'release')
    ? []
    : await workersOf(gathered);
  const added = [...web, ...workers].filter(({ name }) => !known.has(name));
  const all = [...written, ...added];
  if (all.length === 0) return undefined;
  return {
    value: Object.fromEntries(all.map(({ name, command }) => [name, command])),
    evidence: all.map(({ place }) => place),
  };
}

/** The workers as compose files run them, and those that the code asks for. */
async function workersOf(gathered: Gathered): Promise<readonly Process[]> {
  const composed = await composedWorkers(gathered.files);
  const known = new Set(composed.map(({ name }) => name));
  return [...composed, ...workersIn(gathered).filter(({ name }) => !known.has(name))];
}

/** Whether a command is a developer's, a target of make followed once. */
const isForDevelopment = (command: string, files?: Files): boolean =>
  commandsIn(command).some(({ words }) => {
    const [first, target = ''] = unwrapped(words);
    const recipe = first === 'make' && files ? recipeIn(files, '', target) : undefined;
    return isDevelopment(unwrapped(words)) || (recipe && isForDevelopment(recipe.text));
  });

const quoted = (word: string): string => (/[\s'"()&;|<>*?]/.test(word) ? `'${word}'` : word);
