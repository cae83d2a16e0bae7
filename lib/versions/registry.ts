import type { Manager } from '../managers/manager.ts';
import type { Dependency } from '../types.ts';

/** What a run needs to choose versions. */
export interface Request {
  /** The folder whose settings of the manager count. */
  readonly root: string;
  /** The oldest runtime of the project, which a package must accept. */
  readonly runtime: string;
  readonly manager: Manager;
}

/** Where the versions of one language's packages come from. */
export interface Registry {
  /** The manifest of an app, which the report names. */
  readonly manifest: string;
  /** The ranges that stand in, from a real manifest that a bot keeps fresh and CI tests together. */
  bundled(): Readonly<Record<string, string>>;
  /** The oldest runtime that accepts all of the bundled ones that an existing project may get. */
  readonly bundledFrom: string;
  /** A bundled range without its lower end, from which the user's manager takes what it can. */
  below(range: string): string;
  /** The oldest runtime inside a range as a project writes it; undefined where it can't be read. */
  oldest(range: string): Promise<string | undefined>;
  /** The ranges of the newest versions, by package; what gave no answer in 3 s is missing. */
  newest(
    dependencies: readonly Dependency[],
    request: Request,
  ): Promise<Readonly<Record<string, string>>>;
}
