import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { concerns } from '../../generators/concerns.ts';
import { filesOf } from '../../lib/files.ts';
import { answer, describe as describeProject, look, planRun, runningOf } from '../../lib/run.ts';
import type { Facts, Plan, Project } from '../../lib/types.ts';
import type { Texts } from '../run.ts';

/** A project after a run, and what the run told. */
export interface After {
  readonly texts: Texts;
  readonly plan: Plan;
}

/** Runs a generator over a project in memory whose facts are completed by the given ones. */
export async function retrofit(
  texts: Texts,
  generator: string,
  given: Readonly<Record<string, unknown>> = {},
  facts: Partial<Facts> = {},
): Promise<After> {
  const start = { root: '/nowhere/shop', generator, concerns, files: filesOf(texts), given };
  const seen = await look(start);
  const found = { ...seen, facts: { ...seen.facts, ...facts } };
  const project = describeProject(found, answer(found), runningOf(start));
  const plan = await planRun(found, project, { offline: true, force: false });
  const after: Record<string, string> = { ...texts };
  for (const { path, text } of plan.changes) {
    if (text === null) delete after[path];
    else after[path] = text;
  }
  return { texts: after, plan };
}

/** Writes a project below a folder. */
export function write(folder: string, texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A fact without its evidence. */
export const fact = <T>(value: T) => ({ value, evidence: [] });

/** A project in memory as a generator sees it. */
export async function projectOf(texts: Texts, generator: string): Promise<Project> {
  const start = { root: '/nowhere/shop', generator, concerns, files: filesOf(texts), given: {} };
  const found = await look(start);
  return describeProject(found, answer(found), runningOf(start));
}
