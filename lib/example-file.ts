import type { Files, Project } from './types.ts';

/** The names that an example of `.env` may have, the usual one first. */
export const exampleNames: readonly string[] = [
  ...['.env.example', '.env.sample', '.env.template', '.env.dist', 'env.example', 'example.env'],
  ...['.example.env', '.env-example', '.example-env', 'env-example', 'sample.env', 'env.sample'],
  ...['env.template', 'template.env', 'env.dist', '.env.tpl'],
];

/** Those that a project has. */
export const examplesIn = ({ read }: Pick<Files, 'read'>): readonly string[] =>
  exampleNames.filter((name) => read(name) !== undefined);

/** The example that variables are added to: an existing project's own under its name, else `.env.example`. */
export const exampleFile = ({ existing, theirs }: Pick<Project, 'existing' | 'theirs'>): string =>
  (existing ? examplesIn(theirs)[0] : undefined) ?? '.env.example';
