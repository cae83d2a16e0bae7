import { child } from '../../documents/python/tree.ts';
import { boundBy, textOf } from '../../documents/python/words.ts';
import type { Files } from '../../types.ts';
import type { Need } from '../spot.ts';
import type { Source } from './folders.ts';
import { isShadowed, loadedAt, readerOf } from './loading.ts';

/** How a file reads a variable at one place. */
export interface Way {
  /** The expression before the name, and after it. */
  readonly open: string;
  readonly close: string;
  readonly needs: readonly Need[];
}

/** Why a secret stays where something loads another file than the project's own `.env`. */
export const unclear = 'it is not sure that what is loaded here is the .env of the project';

/** How a file reads variables at an offset, in its own way if it has one; a text: why that isn't sure. */
export function wayAt(source: Source, offset: number, files: Files): Way | string {
  const function_ = nameAbove(source, offset, 'decouple.config');
  if (function_ !== undefined)
    return readsDotenv(source, files) ? { open: `${function_}(`, close: ')', needs: [] } : unclear;
  const needs = environmentNeeds(source, offset, files);
  if (typeof needs === 'string') return needs;
  const reader = readerAbove(source, offset);
  if (reader !== undefined) return { open: `${reader}(`, close: ')', needs };
  const environ = nameAbove(source, offset, 'os.environ');
  if (environ !== undefined) return { open: `${environ}[`, close: ']', needs };
  const os = nameAbove(source, offset, 'os');
  const open = `${os ?? 'os'}.environ[`;
  return { open, close: ']', needs: os === undefined ? ['os', ...needs] : needs };
}

/** What the environment at an offset of a file lacks to have `.env` in it. */
export function environmentNeeds(
  source: Source,
  offset: number,
  files: Files,
): readonly Need[] | string {
  const loaded = loadedAt(source, offset, files);
  if (loaded === 'loaded') return [];
  return loaded === 'none' && !isShadowed(source, files, ['.env']) ? ['dotenv'] : unclear;
}

/** Whether decouple finds the project's own `.env` from a file: it takes what is nearest. */
export const readsDotenv = (source: Source, files: Files): boolean =>
  !isShadowed(source, files, ['.env', 'settings.ini']) && files.read('settings.ini') === undefined;

/** The name under which the module imports something above an offset. */
function nameAbove({ module }: Source, offset: number, wanted: string): string | undefined {
  const above = module.statements.filter(({ end }) => end <= offset);
  const bound = above.flatMap((one) => boundBy(module, one));
  return bound.find(({ meant }) => meant === wanted)?.name;
}

/** The name of a reader of environs or django-environ that the file makes above. */
function readerAbove(source: Source, offset: number): string | undefined {
  const { module } = source;
  for (const { node, above } of module.nodes) {
    const left = node.type === 'assignment' && above.length === 2 ? child(node, 'left') : undefined;
    if (!left || node.end > offset) continue;
    const name = textOf(module, left);
    if (readerOf(source, name)) return name;
  }
  return undefined;
}
