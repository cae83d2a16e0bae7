import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a fixture should show: every field by its value; of secrets the places. */
export interface Expected {
  /** The app of a monorepo that is looked at. */
  readonly app?: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The folder of the expected facts, a file a fixture. */
export const factsFolder = join(import.meta.dirname, 'facts');

/** The expected facts of a fixture. */
export const expectedOf = (name: string): Expected | undefined => {
  const path = join(factsFolder, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};

/** The option that names the app of a fixture that is a monorepo. */
export const appOf = (name: string): { readonly app?: string } => {
  const app = expectedOf(name)?.app;
  return app === undefined ? {} : { app };
};
