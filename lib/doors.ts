import { readAnswers } from './answers-file.ts';
import type { Arguments } from './arguments.ts';
import { projectRoot } from './directory.ts';
import { filesOn } from './files.ts';
import { refuseConflicts } from './finish.ts';
import { optionsOf } from './options.ts';
import { progress } from './progress.ts';
import { answer, describe, type Found, look, planRun } from './run.ts';
import { tidy } from './tidy.ts';
import type { Answers, Concern, Plan, Project } from './types.ts';

/** What a door was asked for. */
export interface Asked extends Arguments {
  readonly concerns: readonly Concern[];
}

/** A run that has begun: what was found, and every answer. */
export interface Begun {
  readonly asked: Asked;
  readonly found: Found;
  readonly answers: Answers;
  /** The dialogue, where there is somebody to talk to. */
  readonly talk: typeof import('./terminal.ts') | undefined;
}

/** What a run wants to do. */
export interface Intent {
  readonly project: Project;
  readonly plan: Plan;
}

/** Puts the folder in order, looks at what is there, and asks what is open: the same at both doors. */
export async function begin(asked: Asked): Promise<Begun> {
  const { directory, generator, concerns, given, flags } = asked;
  const root = projectRoot(directory);
  await tidy(root);
  const file =
    given.answers === undefined ? {} : readAnswers(String(given.answers), optionsOf(concerns));
  const all = { ...file, ...given, ...(flags.has('fix') && { fix: true }) };
  const start = { root, generator, concerns, files: filesOn(root), given: all };
  const talk = isSilent(flags) ? undefined : await import('./terminal.ts');
  const found = talk ? await talk.lookTogether(start) : await look(start);
  return { asked, found, talk, answers: answer(found, await talk?.askOnTerminal(found)) };
}

/**
 * Plans, has what is in the way decided and the whole confirmed where there is somebody to ask.
 * Throws ImagineError: 3 on a conflict, 1 where it is not wanted.
 */
export async function intend(begun: Begun, running: readonly string[]): Promise<Intent> {
  const { asked, found, answers, talk } = begun;
  const { flags } = asked;
  const project = describe(found, answers, running);
  const [offline, force] = [flags.has('offline'), flags.has('force')];
  const first = await planRun(found, project, { offline, force, tell: progress });
  if (flags.has('dry-run')) return { project, plan: first };
  const plan = (await talk?.decide(first, found.files)) ?? first;
  refuseConflicts(plan.conflicts, found.files);
  await talk?.confirm(found, project, plan, flags);
  return { project, plan };
}

/** Whether nobody is to be asked. */
const isSilent = (flags: ReadonlySet<string>): boolean =>
  flags.has('defaults') || flags.has('json') || !process.stdin.isTTY || !process.stdout.isTTY;
