import { posix } from 'node:path';
import { DocumentError } from '../documents/error.ts';
import { filesAbove, type Located, seenFrom } from './above.ts';
import type { Around, Formatter, SetUp } from './formatter.ts';
import { isNamed } from './globs.ts';
import { editorconfigFor } from './prettier/editorconfig.ts';
import { type Options, prettierText } from './prettier/print.ts';

/** Biome's settings of printing; those of a language go before those of all. */
interface Manner {
  readonly enabled?: boolean;
  readonly indentStyle?: 'tab' | 'space';
  readonly indentWidth?: number;
  readonly lineWidth?: number;
  readonly lineEnding?: string;
  readonly quoteStyle?: string;
  readonly semicolons?: string;
  readonly trailingCommas?: string;
  readonly arrowParentheses?: string;
  readonly bracketSpacing?: boolean;
  readonly quoteProperties?: string;
  readonly useEditorconfig?: boolean;
}

const languages = [
  { name: 'javascript', files: /\.[cm]?[jt]sx?$/ },
  { name: 'json', files: /\.json$/ },
  // Since Biome 2.5.
  { name: 'markdown', files: /\.md$/ },
] as const;
type Name = (typeof languages)[number]['name'];

interface Section extends Partial<Record<Name, { readonly formatter?: Manner }>> {
  readonly formatter?: Manner;
  /** Of an override: the files that it is for; Biome 1 calls them `include`. */
  readonly includes?: unknown;
  readonly include?: unknown;
}

interface Settings extends Section {
  readonly extends?: string | readonly string[];
  readonly overrides?: readonly Section[];
}

const names = ['biome.json', 'biome.jsonc', '.biome.json', '.biome.jsonc'];

/** https://biomejs.dev: prints JavaScript, TypeScript, JSON and Markdown as Prettier does, with defaults of its own. */
export const biome: Formatter = {
  name: 'biome',
  setUp: async (around) => {
    const [file] = filesAbove(around, 'package.json', names);
    if (!file) return undefined;
    const settings = await settingsIn(file, around);
    if (!settings)
      return { print: async () => undefined, notes: [{ file: file.path, message: unread }] };
    return { print: printer(around, settings), notes: [] };
  },
};

const unread = "builds on what can't be read here: format the new files with your own command";

const printer =
  (around: Around, all: readonly Own[]): SetUp['print'] =>
  async (path, text) => {
    const language = languages.find(({ files }) => files.test(path));
    if (!language) return undefined;
    const sections: Section[] = [...all];
    for (const { folder, overrides } of all) {
      const seen = seenFrom(around, folder, path);
      for (const each of Array.isArray(overrides) ? overrides : [])
        if (await isNamed(seen, each?.includes ?? each?.include)) sections.push(each);
    }
    const manner = mannerOf(sections, language.name);
    if (manner.enabled === false) return undefined;
    const said = manner.useEditorconfig ? await editorconfigFor(path, around) : {};
    return prettierText(path, text, { ...defaults, ...said, ...inWords(manner) });
  };

type Own = Settings & { readonly folder: string };

/** The settings of a file, behind those that it extends; undefined where one of them can't be read. */
async function settingsIn(
  { folder, path, text }: Located,
  around: Around,
  depth = 0,
): Promise<readonly Own[] | undefined> {
  const { get } = await import('../documents/json.ts');
  try {
    const own = (get(text, []) ?? {}) as Settings;
    const before: Own[] = [];
    for (const each of [own.extends ?? []].flat()) {
      const found = depth < 5 ? extended(String(each), { folder, path, text }, around) : undefined;
      const settings = found && (await settingsIn(found, around, depth + 1));
      if (!settings) return undefined;
      before.push(...settings);
    }
    return [...before, { ...own, folder }];
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

/** What settings extend: a file beside them, or (`//`) those of the root above. */
function extended(name: string, { folder, path }: Located, around: Around): Located | undefined {
  if (name === '//')
    return filesAbove(around, path, names)
      .filter((each) => each.path !== path)
      .at(-1);
  const at = posix.join(folder, name);
  const text = name.startsWith('.') ? around.theirs.read(at) : undefined;
  return text === undefined ? undefined : { folder, path: at, text };
}

const mannerOf = (sections: readonly Section[], language: Name): Manner =>
  Object.assign(
    {},
    ...sections.map((each) => each?.formatter),
    ...sections.map((each) => each?.[language]?.formatter),
  );

/** Source: https://biomejs.dev/reference/configuration/#formatter */
const defaults: Options = { useTabs: true };

/** What is said, in Prettier's words. */
function inWords(said: Manner): Options {
  const words = {
    useTabs: said.indentStyle && said.indentStyle === 'tab',
    tabWidth: said.indentWidth,
    printWidth: said.lineWidth,
    endOfLine: said.lineEnding,
    singleQuote: said.quoteStyle && said.quoteStyle === 'single',
    semi: said.semicolons && said.semicolons === 'always',
    trailingComma: said.trailingCommas,
    arrowParens: said.arrowParentheses && arrows[said.arrowParentheses],
    bracketSpacing: said.bracketSpacing,
    quoteProps: said.quoteProperties && quoted[said.quoteProperties],
  };
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
}

const arrows: Readonly<Record<string, string>> = { asNeeded: 'avoid', always: 'always' };
const quoted: Readonly<Record<string, string>> = { asNeeded: 'as-needed', preserve: 'preserve' };
