import { combine } from '../../lib/declare.ts';
import { trees } from '../../lib/lines.ts';
import type { Concern, Declarations, Project } from '../../lib/types.ts';
import { existing } from './existing.ts';
import { stacks } from './stacks/catalog.ts';
import { variablesOf } from './variables.ts';

/** The user's own examples of `.env`, which are there to be shared. */
const examples = /^\.env\.(?:sample|template|dist|defaults?)$/;

const secrets = ({ theirs }: Project): Declarations => {
  const shared = theirs.list().filter((path) => examples.test(path));
  const exceptions = ['.env.example', ...shared].map((path) => `!${path}`);
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
