import { exportedLiteral } from '../../documents/javascript/literal.ts';
import { filesAbove, type Located, seenFrom } from '../above.ts';
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
    if (!isRecord(value)) return { path: file.path, options: undefined };
    const { overrides, ...options } = value;
    const listed = Array.isArray(overrides) ? overrides.filter(isRecord) : [];
    const seen = seenFrom(around, file.folder, path);
    const more = await Promise.all(listed.map((each) => optionsOf(each, seen)));
    return { path: file.path, options: Object.assign({}, options, ...more) };
  }
  return undefined;
}

const isRecord = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function optionsOf(
  { files, excludeFiles, options }: Options,
  seen: string | undefined,
): Promise<Options> {
  const isMeant = (await isNamed(seen, files)) && !(await isNamed(seen, excludeFiles));
  return isMeant && isRecord(options) ? options : {};
}

/** A manifest without a word of Prettier. */
const none = Symbol('none');

async function valueIn({ path, text }: Located): Promise<unknown> {
  try {
    if (/\.[cm]?[jt]s$/.test(path)) return exportedLiteral(path, text);
    if (path.endsWith('.toml')) return (await import('smol-toml')).parse(text);
    if (path.endsWith('.json5')) return exportedLiteral('settings.js', `module.exports = ${text}`);
    // Each JSON text is a YAML text, too; an empty one leaves all as it is.
    const { get } = await import('../../documents/yaml.ts');
    if (!/package\.(?:json|yaml)$/.test(path)) return get(text, []) ?? {};
    return get(text, ['prettier']) || none;
  } catch {
    return undefined;
  }
}
