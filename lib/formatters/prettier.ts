import type { Note } from '../outcome.ts';
import { readManifest } from '../project/node/manifest.ts';
import { filesAbove, seenFrom } from './above.ts';
import type { Around, Formatter, SetUp } from './formatter.ts';
import { editorconfigFor } from './prettier/editorconfig.ts';
import { eslintOptionsFor } from './prettier/eslint.ts';
import { isFollowed } from './prettier/followed.ts';
import { type Options, prettierText } from './prettier/print.ts';
import { type Settings, settingsFor } from './prettier/settings.ts';

/** https://prettier.io: JavaScript, TypeScript, JSON, YAML, Markdown. */
export const prettier: Formatter = {
  name: 'prettier',
  setUp: async (around) => {
    const range = rangeIn(around);
    const own = await settingsFor('package.json', around);
    if (range === undefined && !own) return undefined;
    const print = printer(around, byMajor[await majorOf(range ?? '')] ?? {});
    if (!own && !(await isFollowed(around.theirs, print))) return undefined;
    return { print, notes: own ? toldOf(own) : [] };
  },
};

const printer =
  (around: Around, before: Options): SetUp['print'] =>
  async (path, text) => {
    if (await isIgnored(path, around)) return undefined;
    const settings = await settingsFor(path, around);
    if (settings && !settings.options) return undefined;
    const options: Options = {
      ...before,
      ...(await editorconfigFor(path, around)),
      ...settings?.options,
      ...(/\.[cm]?[jt]sx?$/.test(path) ? await eslintOptionsFor(path, around) : {}),
    };
    return prettierText(path, text, options);
  };

const toldOf = ({ path, options }: Settings): readonly Note[] => {
  if (!options) return [{ file: path, message: unread }];
  const plugins = [options.plugins].flat().filter((name) => typeof name === 'string');
  const message = `names plugins of Prettier (${plugins.join(', ')}), which are not run here: ${anew}`;
  return plugins.length > 0 ? [{ file: path, message }] : [];
};

const anew = 'format the new files with your own command';
const unread = `says how Prettier prints by what would have to be run, or can't be read: ${anew}`;

/** Defaults that an older major has instead of today's. Source: Prettier's own changelogs. */
const byMajor: Readonly<Record<number, Options>> = {
  1: { trailingComma: 'none', arrowParens: 'avoid' },
  2: { trailingComma: 'es5' },
};

/** The range of Prettier that the project, or the workspace around it, depends on. */
const rangeIn = (around: Around): string | undefined =>
  filesAbove(around, 'package.json', ['package.json'])
    .map(({ text }) => readManifest(text))
    .map(({ dependencies, devDependencies }) => ({ ...dependencies, ...devDependencies }).prettier)
    .find((range) => range !== undefined);

async function majorOf(range: string): Promise<number> {
  const { default: semver } = await import('semver');
  return (semver.validRange(range) ? semver.minVersion(range)?.major : undefined) || 3;
}

async function isIgnored(path: string, around: Around): Promise<boolean> {
  const { default: ignore } = await import('ignore');
  return filesAbove(around, 'package.json', ['.prettierignore']).some(({ folder, text }) => {
    const file = seenFrom(around, folder, path);
    return file !== undefined && ignore().add(text).ignores(file);
  });
}
