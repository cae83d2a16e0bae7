import { explain } from './help.ts';
import type { Answers, Option } from './types.ts';

/** A question in the form that Inquirer, and so Yeoman, takes. */
export interface Question {
  readonly name: string;
  readonly type: 'input' | 'select' | 'checkbox';
  readonly message: string;
  readonly default: unknown;
  readonly choices?: readonly { name: string; value: string; checked?: boolean }[];
}

/** The questions that nobody answered yet, each with its default. */
export const questionsOf = (
  options: readonly Option[],
  answers: Answers,
  known: ReadonlySet<string>,
): readonly Question[] =>
  options
    .filter(({ name, ask }) => ask && !known.has(name))
    .map((option) => questionOf(option, answers[option.name]));

function questionOf(option: Option, initial: unknown): Question {
  const message = explain(option);
  if (!option.rows) return { name: option.name, type: 'input', message, default: initial };
  const rows = option.rows.map(({ name, title }) => ({ name: title, value: name }));
  const choices =
    option.none && option.kind === 'one' ? [...rows, { name: 'none', value: 'none' }] : rows;
  if (option.kind === 'one')
    return { name: option.name, type: 'select', message, default: initial, choices };
  const chosen = new Set(Array.isArray(initial) ? initial : []);
  return {
    name: option.name,
    type: 'checkbox',
    message,
    default: initial,
    choices: choices.map((choice) => ({ ...choice, checked: chosen.has(choice.value) })),
  };
}
