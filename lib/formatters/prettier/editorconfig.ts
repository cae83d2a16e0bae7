import { filesAbove, seenFrom } from '../above.ts';
import type { Around } from '../formatter.ts';
import { isNamed } from '../globs.ts';

type Settings = Readonly<Record<string, string>>;

interface Section {
  readonly glob: string;
  readonly settings: Settings;
}

/**
 * What `.editorconfig` says of a file, in Prettier's words.
 * Source: https://editorconfig.org and https://prettier.io/docs/configuration#editorconfig
 */
export async function editorconfigFor(
  path: string,
  around: Around,
): Promise<Readonly<Record<string, unknown>>> {
  const found: Settings[] = [];
  for (const { folder, text } of filesAbove(around, path, ['.editorconfig'])) {
    const sections = sectionsIn(text);
    const here = await Promise.all(
      sections.map(async ({ glob, settings }) =>
        glob !== '' && (await isNamed(seenFrom(around, folder, path), glob)) ? settings : {},
      ),
    );
    found.unshift(Object.assign({}, ...here));
    if (sections.some(({ glob, settings }) => glob === '' && settings.root === 'true')) break;
  }
  return inWords(Object.assign({}, ...found));
}

function sectionsIn(text: string): readonly Section[] {
  const sections: { glob: string; settings: Record<string, string> }[] = [
    { glob: '', settings: {} },
  ];
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[(.+)\]\s*$/.exec(line)?.[1];
    const [, name, value] = /^\s*([\w-]+)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
    if (header !== undefined) sections.push({ glob: header, settings: {} });
    else if (name !== undefined && value !== undefined)
      Object.assign(sections.at(-1)?.settings ?? {}, { [name.toLowerCase()]: value.toLowerCase() });
  }
  return sections;
}

function inWords(said: Settings): Readonly<Record<string, unknown>> {
  const {
    indent_style: indent,
    indent_size: size,
    tab_width: tab,
    max_line_length: longest,
  } = said;
  const width = Number(size === undefined || size === 'tab' ? tab : size);
  const words: Record<string, unknown> = {};
  if (indent === 'tab' || indent === 'space') words.useTabs = indent === 'tab';
  if (size === 'tab') words.useTabs = true;
  if (width > 0) words.tabWidth = width;
  if (longest === 'off') words.printWidth = Number.POSITIVE_INFINITY;
  else if (Number(longest) > 0) words.printWidth = Number(longest);
  if (['lf', 'crlf', 'cr'].includes(said.end_of_line ?? '')) words.endOfLine = said.end_of_line;
  if (said.quote_type === 'single' || said.quote_type === 'double')
    words.singleQuote = said.quote_type === 'single';
  return words;
}
