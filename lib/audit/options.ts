import { parseArgs } from 'node:util';
import { BadInput } from './failure.ts';
import type { DatabaseControl } from './types.ts';

/** What the user asked for. */
export interface Options {
  readonly directory: string;
  readonly databaseUrl: string | undefined;
  readonly control: DatabaseControl | undefined;
  readonly redisUrl: string | undefined;
  /** Ids of checks, or of groups of them; all where it is empty. */
  readonly only: readonly string[];
  readonly json: boolean;
  readonly screenshots: string | undefined;
  readonly browser: boolean;
  readonly help: boolean;
}

/** The page of `--help`. */
export const USAGE = `audit <directory> [options]

Starts the app in a directory (installed and built) and checks what it promises.

  --database-url URL          the app's database server (SQLite: not needed). Databases are made
                              and dropped there; where that is not allowed this one is used
  --database-control stop:COMMAND start:COMMAND
                              how to stop and start the server; without it a gate stands before it
  --redis-url URL             the app's Redis
  --only ID,..                these checks, or groups of them (rest, auth.public)
  --screenshots DIRECTORY     pictures of the pages
  --no-browser                leave the browser out
  --json                      one JSON object on standard output`;

/** The options of a command line; `BadInput` names the one that is wrong. */
export function optionsOf(words: readonly string[]): Options {
  const { values, positionals } = parsed(words);
  const isControl = (word: string) => /^(stop|start):/.test(word);
  const [directory = '', ...more] = positionals.filter((word) => !isControl(word));
  if (more.length > 0) throw new BadInput(`one directory at a time, not also ${more.join(' ')}`);
  if (directory === '' && !values.help) throw new BadInput('the directory of the app is missing');
  const control = [...(values['database-control'] ?? []), ...positionals.filter(isControl)];
  return {
    directory,
    databaseUrl: values['database-url'],
    control: controlOf(control),
    redisUrl: values['redis-url'],
    only: (values.only ?? '').split(',').filter((id) => id !== ''),
    json: values.json,
    screenshots: values.screenshots,
    browser: values.browser,
    help: values.help,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      allowNegative: true,
      options: {
        'database-url': { type: 'string' },
        'database-control': { type: 'string', multiple: true },
        'redis-url': { type: 'string' },
        only: { type: 'string' },
        json: { type: 'boolean', default: false },
        screenshots: { type: 'string' },
        browser: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
}

function controlOf(words: readonly string[]): DatabaseControl | undefined {
  if (words.length === 0) return undefined;
  const command = (name: string) =>
    words.find((word) => word.startsWith(`${name}:`))?.slice(name.length + 1);
  const [stop, start] = [command('stop'), command('start')];
  if (stop === undefined || start === undefined || words.length > 2) {
    throw new BadInput('--database-control: wants stop:COMMAND and start:COMMAND');
  }
  return { stop, start };
}
