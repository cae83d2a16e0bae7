import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Context } from './context.ts';

const fresh = () => randomBytes(32).toString('hex');

type Settings = Record<string, string | undefined>;

/** What an operator would have put into `.env` beside what `setup` did. */
const operator = (): Settings => ({
  SECRET_KEY: fresh(),
  API_TOKENS: fresh(),
  ADMIN_EMAIL: 'admin@example.com',
  ADMIN_PASSWORD: fresh(),
});

/** The names that a compose file takes from `.env` in a given form. */
const namesIn = (compose: string, form: RegExp) =>
  new Set([...compose.matchAll(form)].flatMap(([, name]) => name ?? []));

/**
 * Writes `.env` for compose: the app's own or its example, completed with what compose.yaml requires,
 * and published ports from `port` on, so that nothing else is met. Promises what it holds.
 */
export async function writeSettings({ folder, canary }: Context, port: number): Promise<Settings> {
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '');
  const compose = await read('compose.yaml');
  const own: Settings = parseEnv((await read('.env')) || (await read('.env.example')));
  const required = [...namesIn(compose, /\$\{(\w+):\?/g)].filter((name) => !own[name]);
  const ports = [...namesIn(compose, /\$\{(\w*PORT):-/g)];
  const settings: Settings = {
    ...own,
    ...Object.fromEntries(required.map((name) => [name, fresh()])),
    ...operator(),
    ...Object.fromEntries(ports.map((name, index) => [name, String(port + index)])),
    PLANTED: canary,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}='${value}'\n`);
  await writeFile(join(folder, '.env'), lines.join(''));
  return settings;
}
