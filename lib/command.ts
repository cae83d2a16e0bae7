import { optionsOf } from './options.ts';
import type { Found } from './run.ts';
import type { Project } from './types.ts';

/** The command line that does what was answered in a dialogue, ready to be pasted into a shell. */
export function commandOf(
  { concerns, generator, existing, corrections }: Found,
  { answers }: Project,
  directory: string,
): string {
  const named = concerns.filter(({ name }) => name === generator && name !== 'app');
  const told = existing ? named.flatMap(({ options }) => options) : optionsOf(concerns);
  const options = told.flatMap(({ name }) => {
    const value = answers[name];
    return value === undefined ? [] : [`--${name}`, [value].flat().join(',') || 'none'];
  });
  const set = Object.entries(corrections).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const words = ['imagine', generator, directory, ...options, ...set, '--defaults'];
  return words.map(quoted).join(' ');
}

const quoted = (word: string): string =>
  /^[\w./,:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
