import { dirname, extname, join, relative, sep } from 'node:path';
import { isFilePending, isFileStateDeleted } from 'mem-fs-editor/state';
import Generator from 'yeoman-generator';
import { readAnswers } from './answers-file.ts';
import { commit } from './commit.ts';
import { projectRoot } from './directory.ts';
import { filesOn } from './files.ts';
import { afterCommit, nextCommands, refuseConflicts } from './finish.ts';
import { operands, optionsOf, flags as switches } from './options.ts';
import { questionsOf } from './questions.ts';
import { reportLines, reportOf } from './report.ts';
import { answer, describe, type Found, look, type Outside, planRun } from './run.ts';
import type { Write } from './target.ts';
import type { Answers, Change, Concern, Files, Plan, Project } from './types.ts';

/** What the generators of one run share; the first of them owns it, and the commit. */
interface Run {
  readonly owner: object;
  readonly disk: Files;
  found?: Found;
  answers?: Answers;
  ran: string[];
  last?: { plan: Plan; project: Project };
  written?: readonly Change[];
  readonly modes: Map<string, number>;
  readonly outside: Outside;
}

/** Makes a Yeoman generator of a concern: ask, plan, write. All decisions live in the concern. */
export const generatorOf = (concern: Concern, concerns: readonly Concern[]) =>
  class extends Generator {
    constructor(args: string[], options: Record<string, unknown>, features?: object) {
      super(args, options as never, { unique: true, ...features } as never);
      this.description = concern.title;
      this.argument('directory', {
        type: String,
        required: false,
        description: 'The folder of the app',
      });
      for (const { name, about } of [...optionsOf(concerns), ...operands]) {
        this.option(name, { type: String, description: about });
      }
      for (const { name, about } of switches) {
        if (name !== 'help' && name !== 'version')
          this.option(name, { type: Boolean, description: about });
      }
    }

    get #run(): Run {
      const factory = (): Run => ({
        owner: this,
        disk: filesOn(this.destinationRoot()),
        ran: [],
        modes: new Map(),
        outside: {
          offline: this.#flags.has('offline'),
          force: this.#flags.has('force'),
          cache: new Map(),
        },
      });
      return this.getContextData('imagine:run' as never, { factory } as never) as Run;
    }

    get #flags(): ReadonlySet<string> {
      return new Set(
        switches.map(({ name }) => name).filter((name) => this.#option(name) === true),
      );
    }

    #option(name: string): unknown {
      const all = this.options as Record<string, unknown>;
      return all[name] ?? all[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
    }

    override async queueTasks(): Promise<void> {
      const directory = this.#option('directory');
      if (typeof directory === 'string') this.destinationRoot(projectRoot(directory));
      if (this.#run.owner === this)
        this.setFeatures({ customCommitTask: () => this.#commit() } as never);
      return super.queueTasks();
    }

    async prompting(): Promise<void> {
      const run = this.#run;
      if (run.owner !== this) return;
      const options = optionsOf(concerns);
      const given = Object.fromEntries(
        options
          .map(({ name }) => [name, this.#option(name)])
          .filter(([, value]) => value !== undefined),
      );
      const path = this.#option('answers');
      const file = typeof path === 'string' ? readAnswers(path, options) : {};
      const root = this.destinationRoot();
      run.found = look({
        root,
        generator: concern.name,
        concerns,
        files: run.disk,
        given: { ...file, ...given },
      });
      run.answers = answer(run.found, await this.#ask(run.found));
    }

    async #ask(found: Found): Promise<Answers> {
      if (this.#flags.has('defaults') || this.#flags.has('json') || !process.stdin.isTTY) return {};
      const known = new Set([...Object.keys(found.given), ...Object.keys(found.state.answers)]);
      return this.prompt(questionsOf(optionsOf(concerns), answer(found), known) as never);
    }

    /** `app` composes the others, once the answers are known. */
    async configuring(): Promise<void> {
      if (concern.name !== 'app') return;
      for (const each of concerns.filter(({ name }) => name !== 'app')) {
        const folder = join(dirname(this.resolved), '..', each.name);
        await this.composeWith(join(folder, `index${extname(this.resolved)}`));
      }
    }

    async writing(): Promise<void> {
      const run = this.#run;
      if (!run.found || !run.answers) return;
      run.ran = [...run.ran, concern.name];
      const found = { ...run.found, files: this.#shared(run.disk) };
      const project = describe(found, run.answers, run.ran);
      const plan = await planRun(found, project, run.outside);
      refuseConflicts(plan.conflicts);
      for (const { path, text, mode } of plan.changes) {
        if (mode !== undefined) run.modes.set(path, mode);
        if (text === null) this.fs.delete(this.destinationPath(path));
        else this.fs.write(this.destinationPath(path), text);
      }
      run.last = { plan, project };
    }

    /** The project as the earlier generators of this run left it in the shared file system. */
    #shared(disk: Files): Files {
      const read = (path: string): string | undefined => {
        const file = this.env.sharedFs.existsInMemory(this.destinationPath(path));
        if (!file) return disk.read(path);
        return this.fs.exists(this.destinationPath(path))
          ? (this.fs.read(this.destinationPath(path)) ?? undefined)
          : undefined;
      };
      return { read, list: () => disk.list() };
    }

    /** Everything that any generator of the run left in memory, all or nothing. */
    async #commit(): Promise<void> {
      const root = this.destinationRoot();
      const pending = this.env.sharedFs.all().filter((file) => isFilePending(file as never));
      const writes = pending.map((file): Write => {
        const path = relative(root, file.path).split(sep).join('/');
        const mode = this.#run.modes.get(path);
        const text = isFileStateDeleted(file as never) ? null : (file.contents as Uint8Array);
        return { path, text, ...(mode !== undefined && { mode }) };
      });
      const changes = writes
        .map((write) => ({
          ...write,
          text: write.text && Buffer.from(write.text).toString('utf8'),
        }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
      this.#run.written = changes;
      if (!this.#flags.has('dry-run')) return commit(root, writes);
      const { patchOf } = await import('./patch.ts');
      process.stdout.write(await patchOf(changes, this.#run.disk));
    }

    async end(): Promise<void> {
      const { owner, found, last, written = [] } = this.#run;
      if (owner !== this || !found || !last || this.#flags.has('dry-run')) return;
      const changed = { ...last.plan, changes: written };
      const where = { flags: this.#flags, directory: relative(process.cwd(), found.root) || '.' };
      const next = nextCommands(found, last.project, changed, where);
      const failure = await afterCommit(found, last.project, changed, this.#flags);
      const report = reportOf(this.#run.disk, changed, next);
      process.stdout.write(
        this.#flags.has('json')
          ? `${JSON.stringify(report)}\n`
          : `${reportLines(report).join('\n')}\n`,
      );
      if (failure) throw failure;
    }
  };
