import * as env from '../documents/env.ts';
import { examplesIn } from '../example-file.ts';
import type { Project } from '../types.ts';
import { unprefixed } from './prefixed.ts';

const anyDatabase = 'sqlite://:memory:';
/** What stands for an address, by the name of its variable. */
const addresses: readonly (readonly [RegExp, string])[] = [
  [/(?:DATABASE|DB)_UR[IL]$/, anyDatabase],
  [/(?:REDIS|CACHE|BROKER|CELERY)\w*_UR[IL]$/, 'redis://127.0.0.1:6379'],
  [/UR[IL]$/, 'http://localhost'],
  [/HOSTS?$|ORIGINS?$|DOMAIN$|SERVER_NAME$/, 'localhost'],
];

/** How Python reads a variable that it can't do without; `NAME` stands for the variable. */
const readings: readonly (readonly [string, string])[] = [
  ['(?:int|float)\\(\\s*(?:os\\.)?environ\\[["\']NAME["\']\\]', '1'],
  ['\\benv\\.(?:db|db_url|dj_db_url)\\(\\s*["\']NAME["\']\\s*\\)', anyDatabase],
  ['environ\\[["\']NAME["\']\\](?!\\s*=[^=])', 'only-for-tests'],
  [
    '(?:environ\\.get|getenv)\\(\\s*["\']NAME["\'],?\\s*\\)\\s*\\.(?!get\\b)\\w+\\(',
    'only-for-tests',
  ],
  ['(?:int|float)\\(\\s*(?:os\\.)?(?:environ\\.get|getenv)\\(\\s*["\']NAME["\']\\s*\\)', '1'],
  ['\\b(?:config|env(?:\\.str)?)\\(\\s*["\']NAME["\']\\s*\\)', 'only-for-tests'],
  ['\\bconfig\\(\\s*["\']NAME["\']\\s*,\\s*cast=\\s*(?:Csv|list)', 'localhost'],
  [
    '\\b(?:config\\(\\s*["\']NAME["\']\\s*,\\s*cast=\\s*bool|env\\.bool\\(\\s*["\']NAME["\']\\s*\\))',
    'false',
  ],
  [
    '\\b(?:config\\(\\s*["\']NAME["\']\\s*,\\s*cast=\\s*int|env\\.int\\(\\s*["\']NAME["\']\\s*\\))',
    '1',
  ],
  ['\\benv\\.list\\(\\s*["\']NAME["\']\\s*\\)', 'localhost'],
];

/**
 * Values of the variables without which the code can't even be loaded: as the project's own example
 * has them, else some value of the right form.
 */
export function requiredOf({ facts, theirs }: Project): Readonly<Record<string, string>> {
  const { variables, defaults } = facts;
  const shown = examplesIn(theirs);
  const plain = unprefixed(theirs);
  const found = (variables?.value ?? []).flatMap((name, index) => {
    if (name in (defaults?.value ?? {})) return [];
    const path = variables?.evidence[index]?.replace(/:\d+$/, '') ?? '';
    const text = theirs.read(path) ?? '';
    const form = formOf(name, path, text) ?? formOf(plain(name), path, text);
    const given = shown.map((each) => env.value(theirs.read(each) ?? '', name)).find(Boolean);
    return form === undefined ? [] : [[name, given ?? form] as const];
  });
  return Object.fromEntries(found);
}

/** A value for a variable that the text of a file requires. */
function formOf(name: string, path: string, text: string): string | undefined {
  if (!path.endsWith('.py') || isSpared(name, text)) return undefined;
  const reading = readings.find(([pattern]) =>
    new RegExp(pattern.replace('NAME', name)).test(text),
  );
  const whole = name === 'DATABASE_URL' && /\benv\.db\(\s*\)/.test(text) ? anyDatabase : undefined;
  const form = reading?.[1] ?? whole ?? fieldOf(name, text);
  if (form !== 'only-for-tests') return form;
  return addresses.find(([pattern]) => pattern.test(name))?.[1] ?? form;
}

/** Ways in which a file asks first whether a variable is there, or has a default that facts keep as a secret. */
const spared: readonly string[] = [
  '["\']NAME["\']\\s+(?:not\\s+)?in\\s+(?:os\\.)?environ\\b',
  '\\b(?:if|and|or|not)\\s+(?:os\\.)?(?:environ\\.get|getenv)\\(\\s*["\']NAME["\']\\s*\\)(?!\\s*\\.)',
  '^\\s*NAME\\s*=\\s*\\(\\s*[\\w.]+\\s*,[^#]*?\\),?\\s*(?:#.*)?$',
];

/** Whether the code goes on without a variable, though it reads it as if it were there. */
const isSpared = (name: string, text: string): boolean =>
  spared.some((pattern) => new RegExp(pattern.replace('NAME', name), 'm').test(text));

const forms: Readonly<Record<string, string>> = { str: 'only-for-tests', int: '1', bool: 'false' };

/** A field of pydantic's settings without a default. */
function fieldOf(name: string, text: string): string | undefined {
  if (!text.includes('BaseSettings')) return undefined;
  const field = new RegExp(`^[ \\t]+${name}[ \\t]*:[ \\t]*(\\w+)[ \\t]*$`, 'im');
  return forms[field.exec(text)?.[1] ?? ''];
}
