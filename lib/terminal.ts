import { optionsOf } from './options.ts';
import { questionsOf } from './questions.ts';
import { answer, type Found } from './run.ts';
import type { Answers } from './types.ts';

/** Greets and asks what is open, with Inquirer as Yeoman does. */
export async function askOnTerminal(found: Found): Promise<Answers> {
  const [{ default: inquirer }, { default: yosay }] = await Promise.all([
    import('inquirer'),
    import('yosay'),
  ]);
  if (process.stdout.isTTY) console.log(yosay('Let us imagine a twelve-factor app'));
  const known = new Set([...Object.keys(found.given), ...Object.keys(found.state.answers)]);
  const options = optionsOf(found.concerns);
  const asked: Record<string, string | number | readonly string[]> = {};
  for (const question of questionsOf(options, answer(found), known)) {
    const fitting = { ...question, default: answer(found, asked)[question.name] };
    Object.assign(asked, await inquirer.prompt([fitting as never]));
  }
  return asked;
}
