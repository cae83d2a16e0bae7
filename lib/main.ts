import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { concerns } from '../generators/concerns.ts';
import { readAnswers } from './answers-file.ts';
import { type Arguments, parseArguments } from './arguments.ts';
import { projectRoot } from './directory.ts';
import { exitCodeOf, lineOf } from './errors.ts';
import { filesOn } from './files.ts';
import { afterCommit, nextCommands, refuseConflicts } from './finish.ts';
import { optionsOf } from './options.ts';
import { packageRoot } from './package-root.ts';
import { progress } from './progress.ts';
import { type Report, reportLines, reportOf } from './report.ts';
import { answer, describe, type Found, look, planRun, runningOf } from './run.ts';
import { tidy } from './tidy.ts';
import type { Plan, Project } from './types.ts';

/** The fast door: runs the core itself, without Yeoman's environment. Resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    if (/^complet(?:e|ion)$/.test(argv[0] ?? '')) {
      const { complete } = await import('./completion.ts');
      if (complete(argv, concerns)) return 0;
    }
    const parsed = parseArguments(argv, concerns, existsSync);
    if (parsed.flags.has('version')) return say(version());
    if (parsed.flags.has('help')) {
      const { helpText } = await import('./help.ts');
      return say(helpText(concerns, parsed.generator));
    }
    return await generate(parsed);
  } catch (error) {
    const { reportTo } = await import('./report-to.ts');
    process.stderr.write(`imagine: ${lineOf(error, reportTo)}\n`);
    return exitCodeOf(error);
  }
}

function say(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}

const version = (): string =>
  JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;

async function generate({ generator, directory, given, flags }: Arguments): Promise<number> {
  const root = projectRoot(directory);
  await tidy(root);
  const file =
    given.answers === undefined ? {} : readAnswers(String(given.answers), optionsOf(concerns));
  const all = { ...file, ...given, ...(flags.has('fix') && { fix: true }) };
  const start = { root, generator, concerns, files: filesOn(root), given: all };
  const talk = isSilent(flags) ? undefined : await import('./terminal.ts');
  const found = talk ? await talk.lookTogether(start) : await look(start);
  const answers = answer(found, await talk?.askOnTerminal(found));
  const project = describe(found, answers, runningOf(start));
  const outside = {
    offline: flags.has('offline'),
    force: flags.has('force'),
    cache: new Map(),
    tell: progress,
  };
  const first = await planRun(found, project, outside);
  const asking = flags.has('dry-run') ? undefined : talk;
  const plan = (await asking?.decide(first, found.files)) ?? first;
  await asking?.confirm(found, project, plan, directory);
  return finish(found, project, plan, flags, directory);
}

/** Whether nobody is to be asked. */
const isSilent = (flags: ReadonlySet<string>): boolean =>
  flags.has('defaults') || flags.has('json') || !process.stdin.isTTY || !process.stdout.isTTY;

async function finish(
  found: Found,
  project: Project,
  plan: Plan,
  flags: ReadonlySet<string>,
  directory: string,
): Promise<number> {
  if (flags.has('dry-run')) {
    const { patchOf } = await import('./patch.ts');
    return say(await patchOf(plan.changes, found.files, found.surroundings.folder));
  }
  refuseConflicts(plan.conflicts, found.files);
  const next = nextCommands(found, project, plan, { flags, directory });
  const report = reportOf(found.files, plan, next);
  if (plan.changes.length > 0) {
    const { commit } = await import('./commit.ts');
    await commit(found.root, plan.changes, found.files);
  }
  const failure = await afterCommit(found, project, plan, flags);
  show(
    failure ? { ...report, next: [project.stack.language.install(project), ...next] } : report,
    flags,
  );
  if (failure) throw failure;
  return 0;
}

function show(report: Report, flags: ReadonlySet<string>): void {
  say(flags.has('json') ? JSON.stringify(report) : reportLines(report).join('\n'));
}
