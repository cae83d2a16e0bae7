import { combine } from '../../lib/declare.ts';
import { managerOf } from '../../lib/existing/installing.ts';
import type { Declarations, Project } from '../../lib/types.ts';
import { checksOf } from './existing/checks.ts';
import { inspections } from './existing/inspections.ts';
import { notesOf } from './existing/notes.ts';
import { readmeRows } from './existing/readme.ts';
import { stepsOf } from './existing/steps.ts';
import { updates } from './existing/updates.ts';
import { workflow } from './existing/workflow.ts';
import { ignored } from './ignored.ts';

/** A workflow, where there is something to install or to run. */
const checked = (project: Project): Declarations =>
  managerOf(project) || stepsOf(project).length > 0
    ? workflow(project)
    : { notes: notesOf(project) };

/** In an existing project: a workflow of the steps that it has, and no gate that it would fail. */
export function existing(project: Project): Declarations {
  const commands = combine([ignored(project), readmeRows(project)]);
  const { language, foreign } = project.facts;
  if (project.answers.ci === 'none' || !language || foreign) return commands;
  const { elsewhere, checking } = checksOf(project);
  return combine([
    commands,
    inspections(project, elsewhere.length > 0 ? elsewhere : checking),
    ...(elsewhere.length > 0 ? [] : [updates(project)]),
    ...(elsewhere.length > 0 || checking.length > 0 ? [] : [checked(project)]),
  ]);
}
