import { randomBytes } from 'node:crypto';
import { access, copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Context } from './context.ts';

const fresh = () => randomBytes(32).toString('hex');

/** What `setup` and an operator would have put into `.env`. */
const operator = (port: number): Record<string, string> => ({
  SECRET_KEY: fresh(),
  API_TOKENS: fresh(),
  ADMIN_EMAIL: 'admin@example.com',
  ADMIN_PASSWORD: fresh(),
  PORT: String(port),
  ADMIN_PORT: String(port + 1),
});

/** Writes `.env` for compose: the app's own or its example, completed; promises what it holds. */
export async function writeSettings(
  { folder, canary }: Context,
  port: number,
): Promise<Record<string, string | undefined>> {
  const path = join(folder, '.env');
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) await copyFile(join(folder, '.env.example'), path).catch(() => writeFile(path, ''));
  const own = parseEnv(await readFile(path, 'utf8'));
  const lines = Object.entries({ ...own, ...operator(port), PLANTED: canary });
  await writeFile(path, lines.map(([name, value]) => `${name}='${value}'\n`).join(''));
  return Object.fromEntries(lines);
}
