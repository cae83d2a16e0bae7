import type { Visited } from '../../documents/python/tree.ts';
import { textOf } from '../../documents/python/words.ts';
import type { Files } from '../../types.ts';
import type { Source } from './folders.ts';
import type { Place } from './place.ts';
import { environmentNeeds, readsDotenv, unclear, type Way, wayAt } from './way.ts';

/** How what gives way is read, and what that needs; a text says why it isn't sure. */
export function wayTo(
  source: Source,
  visited: Visited,
  { by, start, instead, object }: Place,
  files: Files,
): Way | string {
  if (by === 'decouple') return readsDotenv(source, files) ? reads([]) : unclear;
  const own = by === 'settings' ? settingsFile(source, visited) : undefined;
  if (own !== undefined) return own === '.env' ? reads([]) : unclear;
  if (instead === 'reading' && object === undefined) return wayAt(source, start, files);
  const needs = environmentNeeds(source, start, files);
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
