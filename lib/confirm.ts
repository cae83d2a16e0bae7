import { colored } from './color.ts';
import { commandOf } from './command.ts';
import { ImagineError } from './errors.ts';
import { choose } from './prompts.ts';
import type { Found } from './run.ts';
import type { Plan, Project } from './types.ts';

const choices = { write: 'Write them', see: 'Show the diff', stop: 'Stop, and write nothing' };

/** Sums a run up, tells the command that does the same, and asks. Throws, code 1, where it is not wanted. */
export async function confirm(
  found: Found,
  project: Project,
  plan: Plan,
  flags: ReadonlySet<string>,
): Promise<void> {
  if (plan.changes.length === 0) return;
  console.log(`\n${summaryOf(found, project, plan).join('\n')}`);
  console.log(`\nThe same again: ${commandOf(found, project, flags)}\n`);
  for (;;) {
    const said = await choose('Write these files?', choices);
    if (said === 'write') return;
    if (said === 'stop') throw new ImagineError('stopped; nothing was written', 1);
    const { patchOf } = await import('./patch.ts');
    console.log(colored(await patchOf(plan.changes, found.files, found.surroundings.folder)));
  }
}

function summaryOf({ files, root }: Found, project: Project, plan: Plan): readonly string[] {
  const gone = plan.changes.filter(({ text }) => text === null).length;
  const old = plan.changes.filter(({ path }) => files.read(path) !== undefined).length;
  const counts = { new: plan.changes.length - old, changed: old - gone, removed: gone };
  const said = Object.entries(counts).filter(([, count]) => count > 0);
  const kind = project.existing ? 'changes to a project' : `a new app, ${project.stack.title}`;
  return [
    `${project.name}: ${kind}, in ${root}`,
    `  files: ${said.map(([name, count]) => `${count} ${name}`).join(', ')}`,
    ...(plan.notes.length > 0 ? [`  left to you: ${plan.notes.length}, told at the end`] : []),
  ];
}
