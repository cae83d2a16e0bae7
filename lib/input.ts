import type { Printing } from './printing.ts';
import type { MakeSecret } from './shared/env-file.ts';
import type { State } from './state.ts';
import type { Templates } from './templates.ts';
import type { Concern, Dependency, Facts, Files, Project } from './types.ts';
import type { Resolution } from './versions/resolve.ts';

/** All that a plan is made of; pure but for the versions, which may come from the network. */
export interface Input {
  readonly project: Project;
  readonly concerns: readonly Concern[];
  readonly files: Files;
  readonly state: State;
  readonly templates: Templates;
  readonly resolve: (dependencies: readonly Dependency[]) => Promise<Resolution>;
  readonly secret: MakeSecret;
  /** What other texts of the project's files tell, corrected as the user did. */
  readonly detect: (theirs: Files) => Promise<Facts>;
  /** Whether git tracks `.env`. */
  readonly envTracked: boolean;
  readonly force: boolean;
  /** How the project's own formatters print. */
  readonly printing: Printing;
}
