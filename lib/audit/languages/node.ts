import { isJson, type Json } from '../json.ts';
import type { Kind, Language } from '../types.ts';
import { procfile, textOf } from './procfile.ts';
import { commandOf } from './words.ts';

const SCRIPTS: Readonly<Record<Kind, string>> = {
  web: 'start',
  admin: 'start:admin',
  release: 'release',
};
const COMMANDS = [
  ...['setup', 'services', 'dev', 'build', 'release', 'start', 'manage'],
  ...['lint', 'format', 'typecheck', 'test', 'coverage', 'check'],
];
const RUN_SCRIPT = /^(?:npm|yarn|pnpm)(?: run)? (?:--?\w+ )*([\w:.-]+)$/;

/** Node: the process of the Procfile, and behind a package manager's name the script itself. */
export const node: Language = {
  name: 'node',
  manifests: ['package.json'],
  environmentVariable: 'NODE_ENV',
  path: ['node_modules/.bin'],
  admin: 'process',
  required: {
    web: ['DATABASE_URL', 'SECRET_KEY', 'API_TOKENS'],
    admin: ['DATABASE_URL', 'SECRET_KEY', 'ADMIN_EMAIL', 'ADMIN_PASSWORD'],
    release: ['DATABASE_URL'],
  },
  runtime: {
    file: '.node-version',
    manifest: 'package.json',
    range: /"engines":\s*\{[^}]*"node":\s*"\D*(\d+(?:\.\d+)*)/,
  },
  missingCommands(directory, features) {
    const own = features.has('admin') ? [...COMMANDS, 'start:admin'] : COMMANDS;
    const scripts = scriptsOf(directory);
    return own.filter((name) => !(name in scripts));
  },
  command(directory, kind) {
    const scripts = scriptsOf(directory);
    const line = procfile(directory)[kind] ?? scripts[SCRIPTS[kind]];
    if (typeof line !== 'string') return undefined;
    const script = scripts[RUN_SCRIPT.exec(line)?.[1] ?? ''];
    return commandOf(typeof script === 'string' ? script : line);
  },
};

function scriptsOf(directory: string): Json {
  const manifest: unknown = JSON.parse(textOf(directory, 'package.json') ?? '{}');
  return isJson(manifest) && isJson(manifest.scripts) ? manifest.scripts : {};
}
