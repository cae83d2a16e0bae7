import { basename, dirname, extname, join } from 'node:path';
import Generator from 'yeoman-generator';
import { commit } from './commit.ts';
import { projectRoot } from './directory.ts';
import { begin, intend } from './doors.ts';
import { toldOf } from './errors.ts';
import { conclude, showPatch } from './finish.ts';
import { helpText } from './help.ts';
import { outliveReader } from './output.ts';
import { reportOf } from './report.ts';
import { reportTo } from './report-to.ts';
import type { Concern } from './types.ts';
import {
  changesOf,
  declaredOptions,
  filesIn,
  flagsIn,
  givenIn,
  newRun,
  optionIn,
  pendingIn,
  type Run,
} from './yeoman-run.ts';

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

    /** Of the folder: Yeoman's own would read the manifest before we can say what is wrong with it. */
    override determineAppname(): string {
      return basename(this.destinationRoot());
    }

    /** Nothing is kept there: Yeoman's own would read `.yo-rc.json`, which may be broken. */
    override get config() {
      return this.createStorage('.imagine/yeoman.json');
    }

    override help(): string {
      return helpText(concerns, concern.name, 'yo');
    }

    get #run(): Run {
      const factory = () => newRun(this);
      return this.getContextData('imagine:run' as never, { factory } as never) as Run;
    }

    override async queueTasks(): Promise<void> {
      const directory = optionIn(this.options as never, 'directory');
      if (typeof directory === 'string') this.destinationRoot(projectRoot(directory));
      if (this.#run.owner === this) {
        const commits = () => this.#told((run) => this.#commit(run));
        // Yeoman's own install looks for what it committed itself, and says that there is nothing.
        this.setFeatures({ customCommitTask: commits, customInstallTask: true } as never);
      }
      return super.queueTasks();
    }

    async prompting(): Promise<void> {
      await this.#told(async (run) => {
        outliveReader();
        run.begun = await begin({
          generator: concern.name,
          directory: this.destinationRoot(),
          given: givenIn(this.options as never, concerns),
          flags: flagsIn(this.options as never),
          concerns,
        });
      });
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
      this.#run.running.push(concern.name);
    }

    /** All of the run's generators are planned as one, over what foreign ones wrote. */
    async transform(): Promise<void> {
      await this.#told(async (run) => {
        if (!run.begun) return;
        const { found } = run.begun;
        const begun = {
          ...run.begun,
          found: { ...found, files: filesIn(this.env.sharedFs, found) },
        };
        run.intent = await intend(begun, run.running);
        for (const { path, text, mode } of run.intent.plan.changes) {
          if (mode !== undefined) run.modes.set(path, mode);
          if (text === null) this.fs.delete(join(found.root, path));
          else this.fs.write(join(found.root, path), text);
        }
      });
    }

    /** Everything that any generator of the run left in memory, all or nothing. */
    async #commit(run: Run): Promise<void> {
      if (!run.begun || !run.intent) return;
      const { found, asked } = run.begun;
      const writes = pendingIn(this.env.sharedFs, run);
      const plan = { ...run.intent.plan, changes: changesOf(writes) };
      run.intent = { ...run.intent, plan };
      if (asked.flags.has('dry-run')) return showPatch(run.begun, run.intent);
      // The report compares with the files as they were, so it comes before they change.
      run.report = reportOf(found.files, plan);
      await commit(found.root, writes, found.files);
    }

    async end(): Promise<void> {
      await this.#told(async ({ begun, intent, report }) => {
        if (begun && intent && report) await conclude(begun, intent, report);
      });
    }

    /** Work for the run's owner; an error of any kind ends it with our line and exit code. */
    async #told(work: (run: Run) => Promise<void>): Promise<void> {
      const run = this.#run;
      if (run.owner !== this) return;
      try {
        await work(run);
      } catch (error) {
        throw toldOf(error, reportTo);
      }
    }
  };
