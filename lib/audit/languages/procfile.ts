import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a file of the app, or undefined where there is none. */
export function textOf(directory: string, file: string): string | undefined {
  const path = join(directory, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** The processes of an app's Procfile, by name; empty where it has none. */
export function procfile(directory: string): Readonly<Record<string, string>> {
  const text = textOf(directory, 'Procfile') ?? '';
  const lines = text.matchAll(/^([\w-]+):[ \t]*(.+?)[ \t]*$/gm);
  return Object.fromEntries([...lines].map(([, name, command]) => [name, command]));
}
