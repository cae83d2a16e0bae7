import { ImagineError } from './errors.ts';
import type { Found } from './run.ts';
import type { Files, Plan, Project } from './types.ts';

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

/** The commands that the user runs next, ready to be pasted. */
export function nextCommands(
  { root, files }: Found,
  project: Project,
  { changes }: Plan,
  { flags, directory }: { flags: ReadonlySet<string>; directory: string },
): readonly string[] {
  const { manager, existing, stack } = project;
  const enter = root === process.cwd() ? [] : [`cd ${directory}`];
  const manifest = changes.some(({ path }) => stack.language.declares(path));
  const fresh = files.read(stack.language.manifest) === undefined && !existing;
  const install = flags.has('skip-install') ? [stack.language.install(project)] : [];
  if (fresh) return [...enter, ...install, manager.run('setup'), manager.run('dev')];
  return manifest ? [...enter, ...install] : [];
}

/** After the commit: a repository for a new app, then its dependencies. Resolves to what failed. */
export async function afterCommit(
  found: Found,
  project: Project,
  { changes }: Plan,
  flags: ReadonlySet<string>,
): Promise<ImagineError | undefined> {
  const { existing, stack } = project;
  if (!existing && found.state.concerns.length === 0 && !flags.has('skip-git')) {
    const { gitInit } = await import('./git.ts');
    gitInit(found.root);
  }
  const manifest = changes.some(({ path }) => stack.language.declares(path));
  if (!manifest || flags.has('skip-install')) return undefined;
  const { install } = await import('./install.ts');
  const code = await install(found.root, project, flags.has('json'));
  if (code === 0) return undefined;
  return new ImagineError(
    `the files are written, but \`${stack.language.install(project)}\` failed (exit ${code})`,
    4,
  );
}
