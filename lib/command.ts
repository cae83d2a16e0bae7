import { relative } from 'node:path';
import { optionsOf } from './options.ts';
import type { Found } from './run.ts';
import type { Project } from './types.ts';

/** Switches that change what a run does. */
const lasting = ['fix', 'force', 'offline', 'skip-install', 'skip-git'];

/** The command line that does what was answered in a dialogue, ready to be pasted into a shell. */
export function commandOf(
  { concerns, generator, existing, corrections, root }: Found,
  { answers }: Project,
  flags: ReadonlySet<string>,
): string {
  const named = concerns.filter(({ name }) => name === generator && name !== 'app');
  const told = existing ? named.flatMap(({ options }) => options) : optionsOf(concerns);
  const options = told.flatMap(({ name }) => {
    const value = answers[name];
    return value === undefined ? [] : [`--${name}`, [value].flat().join(',') || 'none'];
  });
  const set = Object.entries(corrections).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const switches = lasting.filter((name) => flags.has(name)).map((name) => `--${name}`);
  const words = [...options, ...set, ...switches, '--defaults'].map(quoted);
  return ['imagine', generator, shownPath(root), ...words].join(' ');
}

/** A folder as it is named from the current one, ready to be pasted into a shell. */
export function shownPath(root: string): string {
  const path = relative(process.cwd(), root) || '.';
  return quoted(path.startsWith('..') ? root : path);
}

const quoted = (word: string): string =>
  /^[\w./,:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
