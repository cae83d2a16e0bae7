import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ImagineError } from './errors.ts';
import { optionsOf } from './options.ts';
import { correctionsIn } from './project/corrections.ts';
import { ask, choose, enter } from './prompts.ts';
import { type Question, questionsOf } from './questions.ts';
import { answer, type Found, look, type Start } from './run.ts';
import { toldOf } from './told.ts';
import type { Answers, Fact } from './types.ts';

export { confirm } from './confirm.ts';
export { decide } from './decide.ts';

/** Looks at the project as a run does, asks which app is meant, and has what was found corrected. */
export async function lookTogether(start: Start): Promise<Found> {
  const pick = (question: string, names: readonly string[]): Promise<string> =>
    choose(question, Object.fromEntries(names.map((name) => [name, name])));
  let found = await look({ ...start, choose: pick });
  const app = relative(start.root, found.root);
  if (!found.existing || found.state.concerns.length > 0) return found;
  for (let fact = await wrong(found); fact !== ''; fact = await wrong(found)) {
    const shown = shownOf(toldOf(found.facts)[fact as never]);
    const said = `${fact}=${await enter(`${fact} is`, shown)}`;
    const set = [...((found.given.set as readonly string[]) ?? []), said];
    const reason = refusal(said);
    if (reason) console.log(reason);
    else found = await look({ ...start, given: { ...found.given, app, set } });
  }
  return found;
}

/** Tells what was found; resolves to the fact that is wrong, or to nothing. */
async function wrong({ facts }: Found): Promise<string> {
  const told = Object.entries(toldOf(facts)) as [string, Fact<unknown>][];
  console.log('\nFound in the project:');
  for (const [name, { evidence }] of told) {
    const value = shownOf(facts[name as keyof typeof facts] as Fact<unknown>);
    console.log(`  ${name.padEnd(22)}${value}${evidence[0] ? `  (${evidence[0]})` : ''}`);
  }
  const right = { '': 'Yes' };
  const names = told.map(([name]) => [name, `No: ${name} is another`]);
  return choose('Is that right?', { ...right, ...Object.fromEntries(names) });
}

/** A fact's value as `--set` takes it. */
function shownOf(fact: Fact<unknown> | undefined): string {
  const value = fact?.value ?? '';
  if (Array.isArray(value)) return value.join(' ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, each]) => `${name}: ${each}`)
    .join('; ');
}

function refusal(said: string): string | undefined {
  try {
    correctionsIn([said]);
    return undefined;
  } catch (error) {
    if (error instanceof ImagineError) return error.message;
    throw error;
  }
}

/** The questions of a run: of a new app all, in code that exists those of the named generator. */
export function openQuestions(found: Found): readonly Question[] {
  const { concerns, existing, generator, given, state } = found;
  const named = concerns.filter(({ name }) => name === generator && name !== 'app');
  const matter = existing ? named.flatMap(({ options }) => options) : optionsOf(concerns);
  const known = new Set([...Object.keys(given), ...Object.keys(state.answers)]);
  return questionsOf(matter, (asked) => answer(found, asked), known);
}

/** Asks what is open. */
export async function askOnTerminal(found: Found): Promise<Answers> {
  const questions = openQuestions(found);
  if (questions.length > 0 && !found.existing) {
    const { default: yosay } = await import('yosay');
    const greeting = yosay('Let us imagine a twelve-factor app.');
    // Its colours know nothing of NO_COLOR.
    console.log(process.stdout.hasColors() ? greeting : stripVTControlCharacters(greeting));
  }
  return ask(questions);
}
