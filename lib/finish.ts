import { shownPath } from './command.ts';
import type { Begun, Intent } from './doors.ts';
import { ImagineError } from './errors.ts';
import { installOf } from './existing/everyday.ts';
import { type Report, reportLines } from './report.ts';
import type { Files, Note } from './types.ts';

/** Throws where a file that must be is taken by something else, or by what can't be read. */
export function refuseConflicts(paths: readonly string[], files: Files): void {
  const unread = files.passedOver?.().find(({ file }) => paths.includes(file));
  if (unread) throw new ImagineError(`${unread.file}: ${unread.message}; move it away`, 3);
  if (paths.length === 0) return;
  const verb = paths.length === 1 ? 'holds' : 'hold';
  throw new ImagineError(
    `conflict: ${paths.join(', ')} ${verb} something else; move it away, or overwrite it with --force`,
    3,
  );
}

/** Prints what a run would do, as a patch. */
export async function showPatch({ found }: Begun, { plan }: Intent): Promise<void> {
  const { patchOf } = await import('./patch.ts');
  say(await patchOf(plan.changes, found.files, found.surroundings.folder));
}

/**
 * The end of a run whose files are written: a repository for a new app, its dependencies, then the
 * report. Throws ImagineError, code 4, where the install failed.
 */
export async function conclude(begun: Begun, intent: Intent, report: Report): Promise<void> {
  const { flags } = begun.asked;
  const failure = await afterCommit(begun, intent);
  const isInstalled = failure === undefined && !flags.has('skip-install');
  const locked = isInstalled ? await notesOfLock(begun, intent) : [];
  const next = nextCommands(begun, intent, isInstalled);
  const all = { ...report, notes: [...report.notes, ...locked], next };
  const gone = intent.plan.changes.filter(({ text }) => text === null).map(({ path }) => path);
  say(flags.has('json') ? JSON.stringify(all) : reportLines(all, new Set(gone)).join('\n'));
  if (failure) throw failure;
}

const say = (text: string): unknown =>
  process.stdout.write(text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** The commands that the user runs next, ready to be pasted. */
function nextCommands(
  { found: { root, files } }: Begun,
  { project, plan: { changes } }: Intent,
  isInstalled: boolean,
): readonly string[] {
  const { manager, existing, stack } = project;
  const { manifest, declares } = stack.language;
  const isNew = files.read(manifest) === undefined && !existing;
  const install = isInstalled || !changes.some(({ path }) => declares(path));
  const commands = [
    ...(install ? [] : [installOf(project)]),
    ...(isNew ? [manager.run('setup'), manager.run('dev')] : []),
  ];
  const isElsewhere = commands.length > 0 && root !== process.cwd();
  return [...(isElsewhere ? [`cd ${shownPath(root)}`] : []), ...commands];
}

/** What is to be said of the lock file, where an install may have made it. */
async function notesOfLock(
  { found: { root } }: Begun,
  { project, plan: { changes } }: Intent,
): Promise<readonly Note[]> {
  if (!changes.some(({ path }) => project.stack.language.declares(path))) return [];
  const { lockNotes } = await import('./lock.ts');
  return lockNotes(root, project);
}

async function afterCommit(
  { found, asked: { flags } }: Begun,
  { project, plan: { changes } }: Intent,
): Promise<ImagineError | undefined> {
  const { existing, stack } = project;
  const needsGit = !existing && found.state.concerns.length === 0 && !flags.has('skip-git');
  const needsInstall =
    !flags.has('skip-install') && changes.some(({ path }) => stack.language.declares(path));
  if (!needsGit && !needsInstall) return undefined;
  const { watchSignals } = await import('./signals.ts');
  const watch = watchSignals();
  try {
    if (needsGit) (await import('./git.ts')).gitInit(found.root);
    if (!needsInstall) return undefined;
    const { install } = await import('./install.ts');
    const failure = await install(found.root, project, { quiet: flags.has('json'), watch });
    const command = installOf(project);
    return failure === undefined
      ? undefined
      : new ImagineError(`the files are written, but \`${command}\` ${failure}`, 4);
  } finally {
    watch.end();
  }
}
