import { flags, operands, optionsOf, valuesOf } from './options.ts';
import type { Concern, Option } from './types.ts';

/** One line about an option, for the help and for the prompt. */
export const explain = ({ about }: Option): string => about;

/** The text of `--help`, for the whole tool or for one generator. */
export function helpText(concerns: readonly Concern[], generator: string): string {
  const shown = concerns.filter(({ name }) => generator === 'app' || name === generator);
  const pad = (text: string): string => text.padEnd(22);
  return [
    `Usage: imagine [<generator>] [<directory>] [options]`,
    '',
    'Generators:',
    ...concerns.map(({ name, title, factors }) => `  ${pad(name)}${title} (${factors.join(', ')})`),
    '',
    'Options:',
    ...optionsOf(shown).map(
      (option) => `  ${pad(`--${option.name}`)}${explain(option)}${values(option)}`,
    ),
    ...[...operands, ...flags].map(({ name, about }) => `  ${pad(`--${name}`)}${about}`),
    '',
    'Examples:',
    '  imagine shop --database postgresql --cache redis',
    '  imagine ci            in an existing project',
    '',
  ].join('\n');
}

const values = (option: Option): string => {
  const list = valuesOf(option);
  return list.length > 0 ? `: ${list.join(', ')}` : '';
};
