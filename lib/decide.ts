import { colored } from './color.ts';
import { choose } from './prompts.ts';
import { baseFile, textsText } from './state.ts';
import { byPath } from './summary.ts';
import type { Change, Files, Open, Plan } from './types.ts';

/** What becomes of a file that both sides changed: it stays, is replaced, or gets git's markers. */
type Decision = 'mine' | 'theirs' | 'merge';

const choices = {
  mine: 'Keep mine',
  theirs: 'Take the new one',
  merge: "Merge: both, between git's markers",
  see: 'See the difference',
  'all-mine': 'Keep mine, for all the rest',
  'all-theirs': 'Take the new ones, for all the rest',
  'all-merge': 'Merge all the rest',
} as const;

/** Asks, file by file, what becomes of those that can't be merged; the plan as it is then. */
export async function decide(plan: Plan, files: Files): Promise<Plan> {
  if (plan.open.length === 0) return plan;
  const texts = new Map<string, string>();
  const base: Record<string, string> = JSON.parse(baseText(plan, files));
  let rest: Decision | undefined;
  for (const each of plan.open.toSorted(byPath)) {
    const said = rest ?? (await decisionOn(each));
    const decision = said.replace('all-', '') as Decision;
    if (said.startsWith('all-')) rest = decision;
    texts.set(each.path, await textOf(each, decision));
    base[each.path] = each.theirs;
  }
  return decided(plan, files, texts.set(baseFile, textsText(base, baseText(plan, files))));
}

async function decisionOn(open: Open): Promise<string> {
  for (;;) {
    const said = await choose(`${open.path} is in the way of a new text`, choices);
    if (said !== 'see') return said;
    const { createTwoFilesPatch } = await import('diff');
    console.log(colored(createTwoFilesPatch('mine', 'new', open.mine, open.theirs)));
  }
}

async function textOf({ base = '', mine, theirs }: Open, decision: Decision): Promise<string> {
  if (decision === 'mine') return mine;
  if (decision === 'theirs') return theirs;
  const { merge3 } = await import('./documents/merge3.ts');
  return merge3(base, mine, theirs).text;
}

const baseText = ({ changes }: Plan, files: Files): string =>
  changes.find(({ path }) => path === baseFile)?.text ?? files.read(baseFile) ?? '{}';

function decided(plan: Plan, files: Files, texts: ReadonlyMap<string, string>): Plan {
  const others = plan.changes.filter(({ path }) => !texts.has(path));
  const own: Change[] = [...texts].map(([path, text]) => ({ path, text }));
  const isNew = ({ path, text }: Change): boolean => files.read(path) !== text;
  const changes = [...others, ...own.filter(isNew)].sort(byPath);
  const notes = plan.notes.filter(({ file }) => !plan.open.some(({ path }) => path === file));
  return { ...plan, changes, notes, conflicts: [], open: [] };
}
