import type { Variable } from '../types.ts';

/** The name of the environment in Python projects, where something of the tool's depends on it. */
export const environmentName: Variable = {
  name: 'APP_ENV',
  about: 'Where the app runs: `development` and `test` open what production keeps shut.',
  section: 'Process',
  example: 'development',
  optional: true,
  fallback: '`production`',
};
