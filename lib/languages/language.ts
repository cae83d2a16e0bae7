import type { Declarations, Dependency } from '../declarations.ts';
import type { Manager } from '../managers/manager.ts';
import type { Files, Note, Project, TextEdit, Versions } from '../types.ts';
import type { Registry } from '../versions/registry.ts';

/** How one language writes its manifest. */
export interface Language {
  readonly name: 'node' | 'python';
  readonly title: string;
  /** The manifest of a new app. */
  readonly manifest: string;
  /** The file that says which runtime a project has. */
  readonly pin: string;
  /** Whether a file of that path may declare dependencies. */
  declares(path: string): boolean;
  /** What the manifest of a new app says besides what concerns declare. */
  describe(project: Project): Readonly<Record<string, unknown>>;
  /** The files shared with the user, each with what is declared spliced into the text there. */
  edits(writing: Writing): Promise<Readonly<Record<string, readonly TextEdit[]>>>;
  /** The ranges that a project has already, by package; the manager's own pin, too. */
  ranges(project: Project, files: Files): Promise<Versions>;
  /** The declared dependencies that a project has not yet; only these need a version. */
  lacks(project: Project, all: Declarations, files: Files): Promise<readonly Dependency[]>;
  /** What is declared and can't be written, for the user to do. */
  told(project: Project, all: Declarations, files: Files): Promise<readonly Note[]>;
  /** The command that installs what a project depends on. */
  install(project: Installed): string;
  /** The named commands of a manifest that is there; only where a manifest keeps such. */
  scripts?(files: Files): Readonly<Record<string, string>>;
  /** The files beside the manifest that list what checks of existing code install. */
  lists(files: Files): readonly string[];
  /** Whether existing code can be trusted to build without the environment of a deployment. */
  readonly buildsBare: boolean;
  readonly registry: Registry;
}

/** What of a project decides how it is installed. */
export interface Installed {
  readonly existing: boolean;
  readonly manager: Manager;
}

/** All that a language writes from. */
export interface Writing {
  readonly project: Project;
  readonly all: Declarations;
  readonly versions: Versions;
  readonly files: Files;
  /** A template of `generators/` as the text of a path, its holes filled. */
  fill(template: string, path: string): string;
}
