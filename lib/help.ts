import { examples } from './examples.ts';
import { flags, general, operands, optionsOf, valuesOf } from './options.ts';
import type { Concern, Option } from './types.ts';

const columns = 80;
const indent = 22;

/** One line about an option, for the help and for the prompt. */
export const explain = ({ about }: Option): string => about;

/** The text of `--help`, for the whole tool or for one generator; no line is wider than 80 columns. */
export function helpText(concerns: readonly Concern[], generator: string): string {
  const one = concerns.find(({ name }) => name === generator && name !== 'app');
  const options = one ? one.options : optionsOf(concerns);
  const [usage, list] = one
    ? ['[<directory>]', about(one)]
    : ['[<generator>] [<directory>]', menu(concerns)];
  return [
    `Usage: imagine ${one ? `${one.name} ` : ''}${usage} [options]`,
    ...(one ? [] : ['       imagine completion bash|zsh|fish']),
    '',
    ...list,
    '',
    'Options:',
    ...[...options, ...(one ? general : [])].flatMap(({ name, ...rest }) =>
      row(`--${name}`, explain({ name, ...rest }) + values({ name, ...rest })),
    ),
    ...[...operands, ...flags].flatMap((each) => row(`--${each.name}`, each.about)),
    '',
    'Examples:',
    ...examples
      .filter((example) => !one || example.generator === one.name)
      .flatMap(({ words, does }) => [`  imagine ${words}`, `      ${does}`]),
    '',
  ].join('\n');
}

const menu = (concerns: readonly Concern[]): readonly string[] => [
  'Generators:',
  ...concerns.flatMap(({ name, title, factors }) => row(name, `${title} (${factors.join(', ')})`)),
];

const about = ({ title, factors }: Concern): readonly string[] => [
  `${title}.`,
  `Of the twelve factors: ${factors.join(', ')}.`,
  'Works in an existing project too, alone.',
];

const values = (option: Option): string => {
  const list = valuesOf(option);
  return list.length > 0 ? `: ${list.join(', ')}` : '';
};

/** A name and its text beside it, in as many lines as that needs. */
function row(name: string, text: string): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > columns - indent - 2) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((line, at) => `  ${(at === 0 ? name : '').padEnd(indent - 1)} ${line}`);
}
