import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the built package says without thinking: `--version`, and `--help` of a generator, from texts
 * that were made with it. Undefined for everything else, and where nothing was built.
 */
export function quickAnswer(words: readonly string[]): string | undefined {
  const last = words.at(-1) ?? '';
  if (words.length > 2 || !['--help', '-h', '--version', '-v'].includes(last)) return undefined;
  const path = join(import.meta.dirname, '../said.json');
  if (!existsSync(path)) return undefined;
  const said: Readonly<Record<string, string>> = JSON.parse(readFileSync(path, 'utf8'));
  const kind = last.replace(/^--?/, '').startsWith('h') ? 'help' : 'version';
  return said[[...words.slice(0, -1), kind].join(' ')];
}
