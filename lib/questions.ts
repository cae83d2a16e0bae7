import { ImagineError } from './errors.ts';
import { explain } from './help.ts';
import { valuesOf } from './options.ts';
import type { Answers, Option } from './types.ts';

/** One value of a question's menu; `description` is the line of help under it. */
export interface Choice {
  readonly name: string;
  readonly value: string;
  readonly description: string;
  readonly checked?: boolean;
}

/** What was answered so far, by name. */
export type Asked = Readonly<Record<string, Answers[string]>>;

/** A question in the form that Inquirer, and so Yeoman, takes. */
export interface Question {
  readonly name: string;
  readonly type: 'input' | 'select' | 'checkbox';
  readonly message: string;
  readonly default: (asked: Asked) => Answers[string] | undefined;
  readonly choices?: (asked: Asked) => readonly Choice[];
  /** Whether it matters, given the answers so far. */
  readonly when: (asked: Asked) => boolean;
  readonly validate?: (value: string) => true | string;
}

/** Completes the answers given so far; throws where they exclude each other. */
export type Settle = (asked: Asked) => Answers;

/** The questions that nobody answered yet; each offers what fits the answers before it. */
export const questionsOf = (
  options: readonly Option[],
  settle: Settle,
  known: ReadonlySet<string>,
): readonly Question[] =>
  options
    .filter(({ name, ask }) => ask && !known.has(name))
    .map((option) => (option.rows ? menuOf(option, settle) : textOf(option, settle)));

function textOf(option: Option, settle: Settle): Question {
  const { name } = option;
  const initial = (asked: Asked) => settle(asked)[name];
  const validate = (value: string): true | string =>
    reason(() => settle({ [name]: value })) ?? true;
  return {
    name,
    type: 'input',
    message: explain(option),
    default: initial,
    when: () => true,
    validate,
  };
}

function menuOf(option: Option, settle: Settle): Question {
  const { name, kind } = option;
  const many = kind === 'many';
  const fitting = (asked: Asked): readonly string[] =>
    valuesOf(option)
      .filter((value) => !many || value !== 'none')
      .filter((value) => !reason(() => settle({ ...asked, [name]: many ? [value] : value })));
  return {
    name,
    type: many ? 'checkbox' : 'select',
    message: explain(option),
    default: (asked) => settle(asked)[name],
    choices: (asked) => choicesOf(option, fitting(asked), settle(asked)[name]),
    when: (asked) => fitting(asked).length > (many ? 0 : 1),
  };
}

function choicesOf(
  { name, rows = [], kind }: Option,
  values: readonly string[],
  initial: unknown,
): readonly Choice[] {
  const chosen = new Set([initial].flat());
  return values.map((value) => ({
    name: rows.find((row) => row.name === value)?.title ?? value,
    value,
    description: `--${name} ${value}`,
    ...(kind === 'many' && { checked: chosen.has(value) }),
  }));
}

/** Why answers can't be settled; undefined where they can. */
function reason(settle: () => unknown): string | undefined {
  try {
    settle();
    return undefined;
  } catch (error) {
    if (error instanceof ImagineError) return error.message;
    throw error;
  }
}
