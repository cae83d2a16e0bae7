import { textIn } from '../syntax/ask.ts';
import type { Value } from '../syntax/types.ts';
import { type Listening, listeningOf } from './in-words.ts';

/** Where gunicorn binds, of a list or a text with commas; undefined where a part is computed. */
export function boundBy(value: Value): Listening | undefined {
  const parts = value.kind === 'other' && value.parts.length > 0 ? value.parts : [value];
  const texts = parts.flatMap((part) => textIn(part)?.split(',') ?? []);
  if (texts.length < parts.length) return undefined;
  return listeningOf(texts.flatMap((text) => ['--bind', text.trim()]));
}
