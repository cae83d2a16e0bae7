import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import * as z from 'zod';

/** The variables of this process; in development and test `.env` adds those that are not set. */
export function environment(): NodeJS.ProcessEnv {
  const local = ['development', 'test'].includes(process.env.NODE_ENV ?? '');
  if (!local || !existsSync('.env')) return process.env;
  return { ...parseEnv(readFileSync('.env', 'utf8')), ...process.env };
}

/** A whole number within bounds. */
export const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max));

/** Words separated by commas. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
);

/** `true` or `false`. */
export const flag = z.enum(['true', 'false']).transform((word) => word === 'true');

/** The address of a resource, with one of the schemes. */
export const address = (...schemes: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)),
      `must be an address that begins with ${schemes.map((scheme) => `${scheme}:`).join(' or ')}`,
    );
