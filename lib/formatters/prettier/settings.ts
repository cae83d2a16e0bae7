import { exportedLiteral } from '../../documents/javascript/literal.ts';
import { filesAbove, type Located } from '../above.ts';
import type { Around } from '../formatter.ts';
import { isNamed } from '../globs.ts';
import type { Options } from './print.ts';

const names = [
  ...['package.json', 'package.yaml', '.prettierrc', '.prettierrc.json', '.prettierrc.yaml'],
  ...['.prettierrc.yml', '.prettierrc.json5', '.prettierrc.js', 'prettier.config.js'],
  ...['.prettierrc.ts', 'prettier.config.ts', '.prettierrc.mjs', 'prettier.config.mjs'],
  ...['.prettierrc.mts', 'prettier.config.mts', '.prettierrc.cjs', 'prettier.config.cjs'],
  ...['.prettierrc.cts', 'prettier.config.cts', '.prettierrc.toml'],
];

/** The settings that hold for a file. */
export interface Settings {
  /** Where they stand. */
  readonly path: string;
  /** Undefined where they would have to be run to be known. */
  readonly options: Options | undefined;
}

/**
 * The nearest settings above a file, as Prettier looks for them; undefined where there are none.
 * Source: https://prettier.io/docs/configuration
 */
export async function settingsFor(path: string, around: Around): Promise<Settings | undefined> {
  for (const file of filesAbove(around, path, names)) {
    const value = await valueIn(file);
    if (value === none) continue;
    if (typeof value !== 'object' || value === null) return { path: file.path, options: undefined };
    const { overrides = [], ...options } = value as Options & { overrides?: readonly Override[] };
    const more = await Promise.all(overrides.map((each) => optionsOf(each, path, file)));
    return { path: file.path, options: Object.assign({}, options, ...more) };
  }
  return undefined;
}

interface Override {
  readonly files: string | readonly string[];
  readonly excludeFiles?: string | readonly string[];
  readonly options?: Options;
}

async function optionsOf(
  { files, excludeFiles = [], options = {} }: Override,
  path: string,
  { folder }: Located,
): Promise<Options> {
  const isMeant = await isNamed(path, folder, [files].flat());
  return isMeant && !(await isNamed(path, folder, [excludeFiles].flat())) ? options : {};
}

/** A manifest without a word of Prettier. */
const none = Symbol('none');

async function valueIn({ path, text }: Located): Promise<unknown> {
  try {
    if (/\.[cm]?[jt]s$/.test(path)) return exportedLiteral(path, text);
    if (path.endsWith('.toml')) return (await import('smol-toml')).parse(text);
    if (path.endsWith('.json5')) return exportedLiteral('settings.js', `module.exports = ${text}`);
    // Each JSON text is a YAML text, too.
    const { get } = await import('../../documents/yaml.ts');
    return /package\.(?:json|yaml)$/.test(path) ? (get(text, ['prettier']) ?? none) : get(text, []);
  } catch {
    return undefined;
  }
}
