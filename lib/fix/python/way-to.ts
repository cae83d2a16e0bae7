import type { Visited } from '../../documents/python/tree.ts';
import { textOf } from '../../documents/python/words.ts';
import type { Files } from '../../types.ts';
import type { Source } from './folders.ts';
import { isSingle, rebound } from './names.ts';
import type { Place } from './place.ts';
import { readerOf } from './readers.ts';
import { isPlainSettings, special } from './settings.ts';
import { doubtOf, environmentNeeds, readsDotenv, unclear, type Way, wayAt } from './way.ts';

/** How what gives way is read, and what that needs; a text says why it isn't sure. */
export function wayTo(
  source: Source,
  visited: Visited,
  { by, start, instead, object, root }: Place,
  files: Files,
): Way | string {
  const reader = root !== undefined && readerOf(source, root) ? root : undefined;
  if (root !== undefined && !isSingle(source, root)) return rebound(root);
  if (by === 'decouple') return readsDotenv(source, files) ? reads([]) : unclear;
  if (by === 'settings' && !isPlainSettings(source, visited, files)) return special;
  const own = by === 'settings' ? settingsFile(source, visited) : undefined;
  if (own !== undefined) return own === '.env' ? reads([]) : unclear;
  if (instead === 'reading' && object === undefined) return wayAt(source, start, files);
  const doubt = reader && doubtOf(source, reader);
  const needs = doubt || environmentNeeds(source, start, files, reader);
  return typeof needs === 'string' ? needs : reads(needs);
}

const reads = (needs: Way['needs']): Way => ({ open: '', close: '', needs });

/** The file that the settings class around a field reads; '' for what is no plain name. */
function settingsFile({ module }: Source, { above }: Visited): string | undefined {
  const around = above.findLast(({ type }) => type === 'class_definition');
  const text = around ? textOf(module, around) : '';
  if (!/\benv_file\b/.test(text)) return undefined;
  return /\benv_file["']?\s*[=:]\s*["']([^"']+)["']/.exec(text)?.[1] ?? '';
}
