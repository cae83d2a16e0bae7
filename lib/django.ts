import { lines } from './lines.ts';
import type { Line } from './types.ts';

/** Apps of Django: lines of INSTALLED_APPS. */
export const apps = (rank: number, ...names: string[]): Line[] =>
  lines('config/settings.py#apps', names.map(quoted), rank);

/** What requests pass through: lines of MIDDLEWARE. */
export const middleware = (rank: number, ...names: string[]): Line[] =>
  lines('config/settings.py#middleware', names.map(quoted), rank);

/** Settings that a module of their own has; a line each where they don't fit on one. */
export function settings(module: string, ...names: string[]): Line[] {
  const line = `from ${module} import ${names.join(', ')}`;
  const all = names.map((name) => `    ${name},\n`).join('');
  const text = line.length > 120 ? `from ${module} import (\n${all})` : line;
  return lines('config/settings.py#imports', [text]);
}

/** A variable of the environment: a comment, and its assignment. */
export const variable = (rank: number, comment: string, assignment: string): Line[] =>
  lines('config/env.py#variables', [`# ${comment}\n${assignment}`], rank);

/** An address of the app, and what it needs to be imported. */
export const route = (
  rank: number,
  address: string,
  view: string,
  from: string,
  name = view,
): Line[] => [
  ...lines('config/urls.py#imports', [`from ${from} import ${name}`]),
  ...lines('config/urls.py#routes', [`urls.path("${address}", ${view}),`], rank),
];

const quoted = (name: string): string => `"${name}",`;
