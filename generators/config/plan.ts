import { combine } from '../../lib/declare.ts';
import { trees } from '../../lib/lines.ts';
import type { Concern, Declarations } from '../../lib/types.ts';
import { existing } from './existing.ts';
import { stacks } from './stacks/catalog.ts';
import { variablesOf } from './variables.ts';

const secrets: Declarations = {
  ignored: [{ heading: 'Secrets', patterns: ['.env', '.env.*', '!.env.example'] }],
};

/** Factors III and X: the environment is the one place of configuration. */
export const config: Concern = {
  name: 'config',
  title: 'Configuration in the environment, checked at the start',
  factors: ['III', 'X'],
  options: [],
  declare: (project) =>
    project.existing
      ? combine([secrets, existing(project)])
      : combine([
          secrets,
          {
            variables: variablesOf(project),
            trees: trees(`config/templates/${project.stack.name}/common`),
          },
          stacks[project.stack.name] ?? {},
        ]),
};
