import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '../../lib/audit/audit.ts';
import type { Options } from '../../lib/audit/options.ts';
import type { Outcome } from '../../lib/audit/types.ts';

const FAKE = join(import.meta.dirname, 'fake');
const COMMANDS = [
  ...['setup', 'services', 'dev', 'build', 'release', 'start', 'start:admin', 'manage'],
  ...['lint', 'format', 'typecheck', 'test', 'coverage', 'check'],
];
const ANSWERS = {
  api: ['rest', 'graphql'],
  dashboards: ['admin', 'swagger', 'graphiql'],
  monitoring: 'prometheus',
  database: 'sqlite',
};

/** A folder that looks like a made app, whose processes are those of `fake/`, broken as told. */
export function fakeApp(broken: readonly string[] = []): string {
  const directory = mkdtempSync(join(tmpdir(), 'fake-app-'));
  const run = (entry: string) =>
    `node --disable-warning=ExperimentalWarning ${join(FAKE, entry)} --broken=${broken.join(',')}`;
  const scripts = Object.fromEntries(COMMANDS.map((name) => [name, 'true']));
  const manifest = { engines: { node: '>=24' }, scripts: { ...scripts, start: run('web.ts') } };
  const procfile = ['web: npm run start', `admin: ${run('admin-process.ts')}`];
  const files = {
    'package.json': JSON.stringify(manifest),
    Procfile: [`release: ${run('release.ts')}`, ...procfile, ''].join('\n'),
    '.node-version': '24\n',
    '.yo-rc.json': JSON.stringify({ 'generator-imagine': { answers: ANSWERS } }),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return directory;
}

const DEFAULTS: Omit<Options, 'directory' | 'only'> = {
  databaseUrl: undefined,
  control: undefined,
  redisUrl: undefined,
  json: false,
  screenshots: undefined,
  browser: false,
  help: false,
};

/** The outcomes of some checks on a fake app that is broken as told. */
export async function outcomesOf(
  broken: readonly string[],
  only: readonly string[],
): Promise<readonly Outcome[]> {
  const directory = fakeApp(broken);
  try {
    return (await audit({ ...DEFAULTS, directory, only }, () => undefined)).outcomes;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
