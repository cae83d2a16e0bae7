import { combine } from '../../lib/declare.ts';
import { factor, needs, trees } from '../../lib/lines.ts';
import type { Concern, Declarations } from '../../lib/types.ts';
import { existing } from './existing.ts';
import { variablesOf } from './variables.ts';

const secrets: Declarations = {
  ignored: [{ heading: 'Secrets', patterns: ['.env', '.env.*', '!.env.example'] }],
};

/** Which file keeps which factor. */
const factors: Declarations = {
  rows: [
    factor(
      3,
      'III. Config',
      'the environment, checked at the start',
      '`src/config.ts`, `.env.example`',
    ),
    factor(
      10,
      'X. Dev/prod parity',
      'the same code and artefact everywhere; only keys differ',
      '`src/config.ts`, `compose.yaml`',
    ),
  ],
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
      : {
          ...secrets,
          ...factors,
          variables: variablesOf(project.port),
          dependencies: needs('zod'),
          trees: trees(`config/templates/${project.stack.name}/common`),
        },
};
