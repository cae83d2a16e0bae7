import { fact } from '../facts.ts';
import type { Facts, Files } from '../types.ts';
import { denoOf, ofDeno } from './deno.ts';
import { languageOf } from './language.ts';
import { type Repository, upwards } from './repository.ts';
import { checkWorkflows } from './workflows.ts';

const manifests = /^(?:package\.json|pyproject\.toml|requirements[^/]*\.txt|setup\.py|Pipfile)$/;
const source = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|php|cs|ex|exs|scala|clj|swift)$/;

/** Whether a project is there: a manifest, or source code. */
export const exists = (files: Files): boolean =>
  files
    .list()
    .some((path) => manifests.test(path) || (source.test(path) && !/(^|\/)\./.test(path)));

/** `file:1` of an app's manifest, relative to the project. */
function manifestOf(app: string, { files, path }: Repository): string {
  const names = ['package.json', 'pyproject.toml', 'requirements.txt', 'Pipfile', 'manage.py'];
  const found = names.find((name) => files.read(`${app}/${name}`) !== undefined);
  return `${'../'.repeat(upwards(path).length - 1)}${app}/${found}:1`;
}

const languages = {
  node: async (files: Files, around: Repository) =>
    (await import('./node/detect.ts')).detectNode(files, around),
  python: async (files: Files, around: Repository) =>
    (await import('./python/detect.ts')).detectPython(files, around),
} as const;

/** What the files of an existing project tell, each fact with where it stands. Rejects with ImagineError at the place of what can't be parsed. */
export async function detect(
  files: Files,
  around: Repository,
  apps: readonly string[],
): Promise<Facts> {
  const language = languageOf(files);
  if (!language) return {};
  await checkWorkflows(around);
  const deno = language.value === 'node' ? denoOf(files) : undefined;
  const seen = await languages[language.value](files, around);
  const found = deno ? ofDeno(seen, deno) : seen;
  const { notes = [], ...facts } = found;
  const all = [...notes, ...(files.passedOver?.() ?? [])];
  return {
    language,
    ...facts,
    ...(apps.length > 0 && { apps: fact(apps, ...apps.map((app) => manifestOf(app, around))) }),
    ...(all.length > 0 && { notes: all }),
  };
}
