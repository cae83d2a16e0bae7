import { ImagineError } from './errors.ts';

/** Asks questions on the terminal, with Inquirer as Yeoman does. Ctrl-C: ImagineError, code 1. */
export async function ask(
  questions: readonly object[],
): Promise<Record<string, string | readonly string[]>> {
  const { default: inquirer } = await import('inquirer');
  try {
    return await inquirer.prompt(questions as never);
  } catch (error) {
    if ((error as Error).name !== 'ExitPromptError') throw error;
    throw new ImagineError('stopped; nothing was written', 1);
  }
}

/** One choice of several, by its value. */
export async function choose<T extends string>(
  message: string,
  choices: Readonly<Record<T, string>>,
): Promise<T> {
  const list = Object.entries<string>(choices).map(([value, name]) => ({ value, name }));
  const { chosen } = await ask([{ name: 'chosen', type: 'select', message, choices: list }]);
  return chosen as T;
}

/** One line of text. */
export async function enter(message: string, initial: string): Promise<string> {
  const { text } = await ask([{ name: 'text', type: 'input', message, default: initial }]);
  return String(text);
}
