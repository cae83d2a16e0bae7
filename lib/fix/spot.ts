import type { Project } from '../types.ts';

/** What a file must have so that a reading works: an import, or a statement that loads `.env`. */
export type Need = 'os' | 'dotenv';

/** A secret in the code that can move to the environment. Its value goes to `.env` and nowhere else. */
export interface Spot {
  /** From 1. */
  readonly line: number;
  /** What it is called there; '' where it has no name. */
  readonly name: string;
  readonly value: string;
  /** The characters that give way to a reading of the variable. */
  readonly start: number;
  readonly end: number;
  /** The variable that is read there already, with the secret as its fallback. */
  readonly variable?: string;
  /** Why it is left where it stands; absent: it can move. */
  readonly unsure?: string | undefined;
  /** What must stand above it so that its reading works. */
  readonly needs?: readonly Need[];
  /** What stands there instead, for the name of the variable. */
  reading(name: string): string;
}

/** How a language's secrets are found, and how its code reads variables instead. */
export interface Fixer {
  readonly handles: RegExp;
  spots(path: string, text: string, project: Project): Promise<readonly Spot[]>;
  /** The text after its spots gave way, with what they need; undefined where that has no sure place. */
  complete?(text: string, fixed: readonly Spot[]): Promise<string | undefined>;
}

const generic =
  /^(?:PASSWORD|PASSWD|PASS|PWD|SECRET|TOKEN|KEY|API_KEY|ACCESS_KEY|PRIVATE_KEY|PASSPHRASE|URL|URI)$/;
/** Files whose name says nothing of whose secret they hold, either. */
const vague = /^(?:SETTINGS?|CONFIG(?:URATION)?|CONSTANTS|BASE|COMMON|INIT|ENV)$/;
const addresses: readonly (readonly [RegExp, string])[] = [
  [/^(?:postgres|postgresql|mysql|mariadb|mssql)(?:\+\w+)?:/, 'DATABASE_URL'],
  [/^mongodb(?:\+srv)?:/, 'MONGODB_URI'],
  [/^rediss?:/, 'REDIS_URL'],
  [/^amqps?:/, 'AMQP_URL'],
];

/** The variable that is usual for an address of a kind. */
export const addressIn = (value: string): string | undefined =>
  addresses.find(([scheme]) => scheme.test(value))?.[1];

/** The variable for a secret: by what it is called, else by what kind of address it is. */
export function variableFor(
  path: string,
  { name, value, variable }: Pick<Spot, 'name' | 'value' | 'variable'>,
): string | undefined {
  if (variable) return variable;
  const address = addressIn(value);
  const called = snake(name);
  if (called === '' || generic.test(called)) {
    if (address) return address;
    const file = snake(path.replace(/^.*\//, '').replace(/\..*$/, ''));
    const isPlain = called.includes('_') && vague.test(file);
    return called === '' || isPlain ? called || undefined : `${file}_${called}`;
  }
  return called;
}

/** The names that a secret's variable may have, for where another secret of a run has the first. */
export function variablesFor(path: string, spot: Spot): readonly string[] {
  const name = variableFor(path, spot);
  const further = spot.variable ? [] : [2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${name}_${n}`);
  return name === undefined ? [] : [name, ...further];
}

/** Whether a name says nothing of whose secret it is: `password`. */
export const isGeneric = (name: string): boolean => generic.test(snake(name));

const snake = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .toUpperCase();
