import { filesAbove } from './above.ts';
import type { Formatter } from './formatter.ts';
import { isNamed } from './globs.ts';
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
  readonly includes?: readonly string[];
  readonly include?: readonly string[];
}

interface Settings extends Section {
  readonly overrides?: readonly Section[];
}

/** https://biomejs.dev: prints JavaScript, TypeScript, JSON and Markdown as Prettier does, with defaults of its own. */
export const biome: Formatter = {
  name: 'biome',
  setUp: async (around) => {
    const [file] = filesAbove(around, 'package.json', ['biome.json', 'biome.jsonc']);
    if (!file) return undefined;
    const { get } = await import('../documents/json.ts');
    const settings = get(file.text, []) as Settings;
    return {
      print: async (path, text) => {
        const language = languages.find(({ files }) => files.test(path));
        if (!language) return undefined;
        const sections: Section[] = [settings];
        for (const each of settings.overrides ?? [])
          if (await isNamed(path, file.folder, each.includes ?? each.include ?? []))
            sections.push(each);
        const manner = mannerOf(sections, language.name);
        return manner.enabled === false ? undefined : prettierText(path, text, inWords(manner));
      },
      notes: [],
    };
  },
};

const mannerOf = (sections: readonly Section[], language: Name): Manner =>
  Object.assign(
    {},
    ...sections.map(({ formatter }) => formatter),
    ...sections.map((each) => each[language]?.formatter),
  );

/** Source: https://biomejs.dev/reference/configuration/#formatter */
const inWords = (said: Manner): Options => ({
  useTabs: said.indentStyle !== 'space',
  tabWidth: said.indentWidth ?? 2,
  printWidth: said.lineWidth ?? 80,
  endOfLine: said.lineEnding ?? 'lf',
  singleQuote: said.quoteStyle === 'single',
  semi: said.semicolons !== 'asNeeded',
  trailingComma: said.trailingCommas ?? 'all',
  arrowParens: said.arrowParentheses === 'asNeeded' ? 'avoid' : 'always',
  bracketSpacing: said.bracketSpacing ?? true,
  quoteProps: said.quoteProperties === 'preserve' ? 'preserve' : 'as-needed',
});
