import { boundBy } from '../../documents/python/words.ts';
import type { Files } from '../../types.ts';
import type { Need } from '../spot.ts';
import type { Source } from './folders.ts';
import { isShadowed, loadedAt } from './loading.ts';
import { isOnly, isSingle, rebound } from './names.ts';
import { hasPrefix, prefixed, readerAbove } from './readers.ts';

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
  if (function_ !== undefined) {
    if (!isOnly(source, function_, 'decouple.config', offset)) return rebound(function_);
    return readsDotenv(source, files) ? { open: `${function_}(`, close: ')', needs: [] } : unclear;
  }
  const reader = readerAbove(source, offset);
  const doubt = reader && doubtOf(source, reader);
  const needs = doubt || environmentNeeds(source, offset, files, reader);
  if (typeof needs === 'string') return needs;
  if (reader !== undefined) return { open: `${reader}(`, close: ')', needs };
  const environ = nameAbove(source, offset, 'os.environ');
  const os = nameAbove(source, offset, 'os');
  const [name, meant] = environ === undefined ? [os ?? 'os', 'os'] : [environ, 'os.environ'];
  if (!isOnly(source, name, meant, offset)) return rebound(name);
  if (environ !== undefined) return { open: `${environ}[`, close: ']', needs };
  const open = `${os ?? 'os'}.environ[`;
  return { open, close: ']', needs: os === undefined ? ['os', ...needs] : needs };
}

/** Why it isn't sure that a reader of the file's own reads a variable by its name. */
export function doubtOf(source: Source, reader: string): string | undefined {
  if (!isSingle(source, reader)) return rebound(reader);
  return hasPrefix(source, reader) ? prefixed : undefined;
}

/** What the environment at an offset of a file lacks to have `.env` in it. */
export function environmentNeeds(
  source: Source,
  offset: number,
  files: Files,
  reader?: string,
): readonly Need[] | string {
  const loaded = loadedAt(source, offset, files, reader);
  if (loaded === 'loaded') return [];
  if (loaded === 'unsure' || isShadowed(source, files, ['.env'])) return unclear;
  const loader = 'load_dotenv';
  return isOnly(source, loader, `dotenv.${loader}`) ? ['dotenv'] : rebound(loader);
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
