import { combine } from '../../lib/declare.ts';
import { exampleFile, examplesIn } from '../../lib/example-file.ts';
import { trees } from '../../lib/lines.ts';
import type { Concern, Declarations, Project } from '../../lib/types.ts';
import { existing } from './existing.ts';
import { stacks } from './stacks/catalog.ts';
import { variablesOf } from './variables.ts';

/** The user's own defaults of `.env`, which are there to be shared. */
const defaults = ['.env.default', '.env.defaults'];

const secrets = (project: Project): Declarations => {
  const { theirs } = project;
  const shared = defaults.filter((path) => theirs.read(path) !== undefined);
  const examples = new Set([exampleFile(project), ...examplesIn(theirs), ...shared]);
  const exceptions = [...examples]
    .filter((path) => path.startsWith('.env.'))
    .map((path) => `!${path}`);
  return { ignored: [{ heading: 'Secrets', patterns: ['.env', '.env.*', ...exceptions] }] };
};

/** Factors III and X: the environment is the one place of configuration. */
export const config: Concern = {
  name: 'config',
  title: 'Configuration in the environment, checked at the start',
  factors: ['III', 'X'],
  options: [],
  declare: (project) =>
    project.existing
      ? combine([secrets(project), existing(project)])
      : combine([
          secrets(project),
          {
            variables: variablesOf(project),
            trees: trees(`config/templates/${project.stack.name}/common`),
          },
          stacks[project.stack.name] ?? {},
        ]),
};
