import { distance } from 'fastest-levenshtein';
import { ImagineError } from './errors.ts';
import { stacks } from './stacks/catalog.ts';
import { neutralStacks } from './stacks/neutral.ts';
import type { Concern, Option } from './types.ts';

/** A switch: given or not. */
export interface Flag {
  readonly name: string;
  readonly about: string;
}

/** The switches and operands that every generator takes beside its questions. */
export const flags: readonly Flag[] = [
  { name: 'defaults', about: 'Ask nothing, take the defaults' },
  { name: 'dry-run', about: 'Print the diff, write nothing' },
  { name: 'force', about: 'Overwrite on a conflict' },
  { name: 'offline', about: 'No network: the bundled versions' },
  { name: 'skip-install', about: "Do not install the app's dependencies" },
  { name: 'fix', about: 'config: move found secrets into the environment' },
  { name: 'skip-git', about: 'Do not run git init in a new app' },
  { name: 'json', about: 'One JSON object on standard output' },
  { name: 'help', about: 'Show this help' },
  { name: 'version', about: 'Show the version' },
];

/** Operands that are no questions. */
export const operands: readonly Flag[] = [
  { name: 'answers', about: 'Answers as JSON, a file or - for standard input' },
  { name: 'set', about: 'Corrects what was found, as FACT=VALUE; several times: several facts' },
  { name: 'app', about: 'Which app of a monorepo, by its path' },
];

/** The questions about the app as a whole; the concerns add theirs. */
export const general: readonly Option[] = [
  { name: 'name', about: 'Name of the app: a-z, 0-9 and dashes', kind: 'text', ask: true },
  {
    name: 'stack',
    about: 'Framework',
    kind: 'one',
    rows: stacks.map(({ name, title }) => ({ name, title })),
    ask: true,
  },
  {
    name: 'package-manager',
    about: 'Package manager',
    kind: 'one',
    rows: [...new Set([...stacks, ...neutralStacks].flatMap(({ managers }) => managers))],
    ask: true,
  },
  { name: 'port', about: 'Port of the web process', kind: 'number' },
];

/** Every question, in the order of asking. */
export const optionsOf = (concerns: readonly Concern[]): readonly Option[] => [
  ...general,
  ...concerns.flatMap(({ options }) => options),
];

/** The known word nearest to one that is not known, where they are within two letters. */
export const nearest = (word: string, known: readonly string[]): string | undefined =>
  known
    .map((name) => ({ name, letters: distance(word, name) }))
    .filter(({ name, letters }) => letters <= 2 && letters < name.length)
    .sort((a, b) => a.letters - b.letters)[0]?.name;

/** The values that an option takes, as the help and the errors show them. */
export const valuesOf = ({ rows = [], none }: Option): readonly string[] => [
  ...rows.map(({ name }) => name),
  ...(none ? ['none'] : []),
];

/** One value as given on the command line or in an answers file, checked and in its own type. */
export function parseValue(option: Option, given: unknown): string | number | readonly string[] {
  const text = Array.isArray(given) ? given.join(',') : String(given);
  if (option.kind === 'number') return port(option, text);
  if (option.kind === 'text') return text;
  const words = text.split(',').map((word) => word.trim());
  for (const word of words) known(option, word);
  if (option.kind === 'one') {
    if (words.length === 1) return words[0] as string;
    throw new ImagineError(`--${option.name} takes one value, not ${text}`);
  }
  if (!words.includes('none')) return valuesOf(option).filter((name) => words.includes(name));
  if (words.length === 1) return [];
  throw new ImagineError(`--${option.name}: none goes with no other value (${text})`);
}

function known(option: Option, word: string): void {
  const values = valuesOf(option);
  if (values.includes(word)) return;
  const near = nearest(word, values);
  const hint = near ? `; did you mean ${near}?` : `; it can be ${values.join(', ')}`;
  throw new ImagineError(`--${option.name} can't be ${JSON.stringify(word)}${hint}`);
}

function port(option: Option, text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= 65535) return number;
  throw new ImagineError(`--${option.name} must be a number from 1 to 65535, not ${text}`);
}

/** Refuses a name that no package, image or folder could bear. */
export function checkName(name: string): string {
  const valid = /^[a-z][a-z0-9-]*$/.test(name) && name.length <= 64;
  if (valid && name !== 'node-modules') return name;
  const rule = 'lower-case letters, digits and dashes, a letter first, at most 64';
  throw new ImagineError(`--name can't be ${JSON.stringify(name)}: ${rule}`);
}
