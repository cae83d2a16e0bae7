import { type Example, examples } from './examples.ts';
import { flags, general, operands, optionsOf, valuesOf } from './options.ts';
import type { Concern, Option } from './types.ts';

const columns = 80;
const indent = 22;

/** One line about an option, for the help and for the prompt. */
export const explain = ({ about }: Option): string => about;

/** How a door is called: for one generator, for any, and by the words of an example. */
interface Door {
  readonly one: (name: string) => string;
  readonly any: readonly string[];
  readonly said: (example: Example) => string;
  readonly lacks: readonly string[];
}

const doors = {
  imagine: {
    one: (name) => `imagine ${name} [<directory>] [options]`,
    any: ['imagine [<generator>] [<directory>] [options]', 'imagine completion bash|zsh|fish'],
    said: ({ words }) => `imagine ${words}`,
    lacks: [],
  },
  yo: {
    one: (name) => `yo imagine:${name} [<directory>] [options]`,
    any: ['yo imagine[:<generator>] [<directory>] [options]'],
    said: ({ generator, words }) => `yo imagine${generator === 'app' ? ' ' : ':'}${words}`,
    // That one tells the version of yo.
    lacks: ['version'],
  },
} satisfies Readonly<Record<string, Door>>;

/** The text of `--help`, for the whole tool or for one generator; no line is wider than 80 columns. */
export function helpText(
  concerns: readonly Concern[],
  generator: string,
  door: keyof typeof doors = 'imagine',
): string {
  const one = concerns.find(({ name }) => name === generator && name !== 'app');
  const options = one ? one.options : optionsOf(concerns);
  const { one: oneOf, any, said, lacks }: Door = doors[door];
  const switches = flags.filter(({ name }) => !lacks.includes(name));
  return [
    ...(one ? [oneOf(one.name)] : any).map((line, at) => (at ? '       ' : 'Usage: ') + line),
    '',
    ...(one ? about(one) : menu(concerns)),
    '',
    'Options:',
    ...[...options, ...(one ? general : [])].flatMap(({ name, ...rest }) =>
      row(`--${name}`, explain({ name, ...rest }) + values({ name, ...rest })),
    ),
    ...[...operands, ...switches].flatMap((each) => row(`--${each.name}`, each.about)),
    '',
    'Examples:',
    ...examples
      .filter((example) => !one || example.generator === one.name)
      .flatMap((example) => [`  ${said(example)}`, `      ${example.does}`]),
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
