import { combine } from '../../lib/declare.ts';
import type { Concern, Declarations, Project } from '../../lib/types.ts';
import { existing } from './existing.ts';
import { ignored } from './ignored.ts';
import { providers } from './providers/catalog.ts';
import { stacks } from './stacks/catalog.ts';

const fresh = (project: Project): Declarations =>
  combine([
    ignored(project),
    { trees: [{ folder: 'ci/templates/git', existing: 'keep' }] },
    stacks[project.stack.name] ?? {},
  ]);

/** Factors I and II: what is checked on every change, and kept up to date. */
export const ci: Concern = {
  name: 'ci',
  title: 'Workflows, dependabot, .gitignore, lint and test commands',
  factors: ['I', 'II'],
  options: [
    {
      name: 'ci',
      about: 'Continuous integration',
      kind: 'one',
      rows: providers,
      none: true,
      initial: () => 'github',
    },
  ],
  declare: (project) => (project.existing ? existing(project) : fresh(project)),
};
