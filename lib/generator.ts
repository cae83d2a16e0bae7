import { dirname, extname, join, relative, sep } from 'node:path';
import { isFilePending, isFileStateDeleted } from 'mem-fs-editor/state';
import Generator from 'yeoman-generator';
import { readAnswers } from './answers-file.ts';
import { commit } from './commit.ts';
import { projectRoot } from './directory.ts';
import { afterCommit, nextCommands, refuseConflicts } from './finish.ts';
import { optionsOf } from './options.ts';
import { type Report, reportLines, reportOf } from './report.ts';
import { answer, describe, type Found, look, planRun } from './run.ts';
import type { Write } from './target.ts';
import { tidy } from './tidy.ts';
import type { Answers, Concern, Files } from './types.ts';
import { declaredOptions, flagsIn, givenIn, newRun, optionIn, type Run } from './yeoman-run.ts';

/** One generator of a name a run; only methods named as Yeoman's phases are tasks. */
const own = { unique: true, tasksMatchingPriority: true };

/** Makes a Yeoman generator of a concern: ask, plan, write. All decisions live in the concern. */
export const generatorOf = (concern: Concern, concerns: readonly Concern[]) =>
  class extends Generator {
    constructor(args: string[], options: Record<string, unknown>, features?: object) {
      super(args, options as never, { ...own, ...features } as never);
      this.description = concern.title;
      this.argument('directory', {
        type: String,
        required: false,
        description: "The app's folder",
      });
      for (const { name, ...spec } of declaredOptions(concerns)) this.option(name, spec as never);
    }

    get #run(): Run {
      const factory = () => newRun(this, this.destinationRoot(), this.#flags);
      return this.getContextData('imagine:run' as never, { factory } as never) as Run;
    }

    get #flags(): ReadonlySet<string> {
      return flagsIn(this.options as never);
    }

    override async queueTasks(): Promise<void> {
      const directory = optionIn(this.options as never, 'directory');
      if (typeof directory === 'string') this.destinationRoot(projectRoot(directory));
      if (this.#run.owner === this) {
        this.setFeatures({ customCommitTask: () => this.#commit() } as never);
      }
      return super.queueTasks();
    }

    async prompting(): Promise<void> {
      const run = this.#run;
      if (run.owner !== this) return;
      const path = optionIn(this.options as never, 'answers');
      const file = typeof path === 'string' ? readAnswers(path, optionsOf(concerns)) : {};
      const given = { ...file, ...givenIn(this.options as never, concerns) };
      const root = this.destinationRoot();
      await tidy(root);
      run.found = await look({ root, generator: concern.name, concerns, files: run.disk, given });
      run.answers = answer(run.found, await this.#ask(run.found));
    }

    async #ask(found: Found): Promise<Answers> {
      const silent = this.#flags.has('defaults') || this.#flags.has('json');
      if (silent || !process.stdin.isTTY) return {};
      const { openQuestions } = await import('./terminal.ts');
      return this.prompt(openQuestions(found) as never);
    }

    /** `app` composes the others, once the answers are known. */
    async configuring(): Promise<void> {
      if (concern.name !== 'app') return;
      for (const { name } of concerns.filter((each) => each !== concern)) {
        const folder = join(dirname(this.resolved), '..', name);
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
      refuseConflicts(plan.conflicts, found.files);
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
        const place = this.destinationPath(path);
        if (!this.env.sharedFs.existsInMemory(place)) return disk.read(path);
        return this.fs.exists(place) ? (this.fs.read(place) ?? undefined) : undefined;
      };
      return { read, list: () => disk.list() };
    }

    /** Everything that any generator of the run left in memory, all or nothing. */
    async #commit(): Promise<void> {
      const run = this.#run;
      const root = this.destinationRoot();
      const pending = this.env.sharedFs.all().filter((file) => isFilePending(file as never));
      const writes = pending.map((file): Write => {
        const path = relative(root, file.path).split(sep).join('/');
        const mode = run.modes.get(path);
        const text = isFileStateDeleted(file as never) ? null : (file.contents as Uint8Array);
        return { path, text, ...(mode !== undefined && { mode }) };
      });
      run.written = writes
        .map(({ text, ...rest }) => ({ ...rest, text: text && Buffer.from(text).toString('utf8') }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
      if (this.#flags.has('dry-run')) {
        const { patchOf } = await import('./patch.ts');
        process.stdout.write(await patchOf(run.written, run.disk, run.found?.surroundings.folder));
        return;
      }
      // The report compares with the files as they were, so it comes before they change.
      run.report = this.#report(run);
      await commit(root, writes, run.disk);
    }

    #report({ found, last, disk, written = [] }: Run): Report | undefined {
      if (!found || !last) return undefined;
      const plan = { ...last.plan, changes: written };
      const directory = relative(process.cwd(), found.root) || '.';
      const next = nextCommands(found, last.project, plan, { flags: this.#flags, directory });
      return reportOf(disk, plan, next);
    }

    async end(): Promise<void> {
      const { owner, found, last, report, written = [] } = this.#run;
      if (owner !== this || !found || !last || !report) return;
      const plan = { ...last.plan, changes: written };
      const failure = await afterCommit(found, last.project, plan, this.#flags);
      const text = this.#flags.has('json')
        ? JSON.stringify(report)
        : reportLines(report).join('\n');
      process.stdout.write(`${text}\n`);
      if (failure) throw failure;
    }
  };
