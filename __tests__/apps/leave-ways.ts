import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { javascript, python, type Syntax } from './lists.ts';

/** How the sample of a stack is left. */
export interface Way {
  /** Where code and tests are that name the sample. */
  readonly folders: readonly string[];
  /** The code of which README names every file that lists the sample. */
  readonly code: RegExp;
  readonly syntax: Syntax;
  /** The folder of what is installed, which a copy links. */
  readonly installed: string;
  /** The process that answers, and the variables that make it one of development. */
  readonly start: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** Where migrations are that a user writes and lists; those that ran stay. */
  readonly migrations?: string;
}

const ways: Readonly<Record<string, Way>> = {
  express: {
    folders: ['src', 'test'],
    code: /^src\/.*\.ts$/,
    syntax: javascript,
    installed: 'node_modules',
    start: [process.execPath, 'src/web.ts'],
    variables: { NODE_ENV: 'development' },
    migrations: 'src/migrations',
  },
  django: {
    folders: ['config', 'tests'],
    code: /^config\/.*\.py$/,
    syntax: python,
    installed: '.venv',
    start: ['.venv/bin/python', '-m', 'config.serve'],
    variables: { APP_ENV: 'development' },
  },
};

/** An app that the tool made: how its sample is left, and which APIs the sample has. */
export async function sampleOf(app: string): Promise<Way & { readonly apis: readonly string[] }> {
  const stored = JSON.parse(await readFile(join(app, '.yo-rc.json'), 'utf8'));
  const { stack, api } = stored['generator-imagine'].answers;
  const way = ways[stack];
  if (!way) throw new Error(`nobody knows how to leave the sample of ${stack}`);
  return { ...way, apis: api };
}
