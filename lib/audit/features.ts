import { accessSync, constants } from 'node:fs';
import { isJson } from './json.ts';
import { textOf } from './languages/procfile.ts';
import type { Feature, Language } from './types.ts';

type Answers = Readonly<Record<string, unknown>>;

const ROWS: readonly (readonly [feature: Feature, option: string, value: string])[] = [
  ['rest', 'api', 'rest'],
  ['graphql', 'api', 'graphql'],
  ['swagger', 'dashboards', 'swagger'],
  ['graphiql', 'dashboards', 'graphiql'],
  ['admin', 'dashboards', 'admin'],
  ['metrics', 'monitoring', 'prometheus'],
];

/** What a run of the generator answered, as `.yo-rc.json` keeps it; undefined without one. */
export function answersOf(directory: string): Answers | undefined {
  const text = textOf(directory, '.yo-rc.json');
  if (text === undefined) return undefined;
  const file: unknown = JSON.parse(text);
  const own = isJson(file) ? file['generator-imagine'] : undefined;
  return isJson(own) && isJson(own.answers) ? own.answers : undefined;
}

/** The features that the answers name. */
export function featuresOf(answers: Answers): readonly Feature[] {
  return ROWS.filter(([, option, value]) => chosen(answers[option]).includes(value)).map(
    ([feature]) => feature,
  );
}

/** The features of this language, of the address of the database and of this machine. */
export function surroundings(language: Language, url: string, browser: boolean): Feature[] {
  return [
    url.startsWith('sqlite:') ? 'sqlite' : 'network-database',
    ...(language.admin === 'process' ? (['admin-process'] as const) : []),
    ...(process.platform === 'linux' ? (['all-interfaces'] as const) : []),
    ...(browser && browserPath() !== undefined ? (['browser'] as const) : []),
  ];
}

/** The browser of this machine (`CHROMIUM`, else the usual path), or undefined without one. */
export function browserPath(): string | undefined {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium';
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}

/** The values of one answer. */
export function chosen(answer: unknown): readonly string[] {
  const list = Array.isArray(answer) ? answer.map(String) : String(answer ?? '').split(',');
  return list.map((value) => value.trim());
}
