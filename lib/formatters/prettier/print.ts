import type { BuiltInParserName, Plugin } from 'prettier';

/** Options of Prettier, by its own names. */
export type Options = Readonly<Record<string, unknown>>;

const load = {
  estree: () => import('prettier/plugins/estree'),
  babel: () => import('prettier/plugins/babel'),
  yaml: () => import('prettier/plugins/yaml'),
  markdown: () => import('prettier/plugins/markdown'),
} satisfies Record<string, () => Promise<Plugin>>;

interface Language {
  readonly files: RegExp;
  readonly parser: BuiltInParserName;
  readonly plugins: readonly (keyof typeof load)[];
}

const languages: readonly Language[] = [
  {
    files: /(?:^|\/)(?:package|package-lock|composer)\.json$/,
    parser: 'json-stringify',
    plugins: ['babel', 'estree'],
  },
  { files: /\.json$/, parser: 'json', plugins: ['babel', 'estree'] },
  { files: /\.[cm]?jsx?$/, parser: 'babel', plugins: ['babel', 'estree'] },
  // A third of the size of the compiler's own parser, and printed the same.
  { files: /\.[cm]?tsx?$/, parser: 'babel-ts', plugins: ['babel', 'estree'] },
  { files: /\.ya?ml$/, parser: 'yaml', plugins: ['yaml'] },
  { files: /\.md$/, parser: 'markdown', plugins: ['markdown'] },
];

const known = new Set([
  ...['printWidth', 'tabWidth', 'useTabs', 'semi', 'singleQuote', 'quoteProps', 'trailingComma'],
  ...['bracketSpacing', 'objectWrap', 'bracketSameLine', 'arrowParens', 'proseWrap', 'endOfLine'],
  ...['experimentalTernaries', 'experimentalOperatorPosition', 'embeddedLanguageFormatting'],
]);

/** A text as Prettier prints it; undefined where it has no language for the file, or can't read it. */
export async function prettierText(
  path: string,
  text: string,
  options: Options,
): Promise<string | undefined> {
  // A program without an ending says by its first line what it is written in.
  const name = /^#!.*\bnode\b/.test(text) ? `${path}.js` : path;
  const language = languages.find(({ files }) => files.test(name));
  if (!language) return undefined;
  const { format } = await import('prettier/standalone');
  const plugins = await Promise.all(language.plugins.map((name) => load[name]()));
  const own = Object.entries(options).filter(([name]) => known.has(name));
  try {
    return await format(text, { ...Object.fromEntries(own), parser: language.parser, plugins });
  } catch {
    // Code that is none, or a setting that is none: what is there stays as it is.
    return undefined;
  }
}
