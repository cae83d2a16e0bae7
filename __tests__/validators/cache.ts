import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of `.ci/tools`. */
export const tools = join(import.meta.dirname, '../../.ci/tools');

/** Where `.ci/tools` keep what they built, as they find it themselves. */
export const cache =
  process.env.IMAGINE_CI_CACHE ||
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'imagine-ci');

/** The environment with the built programs first in PATH. */
export const withTools: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [join(cache, 'bin'), join(cache, 'venv/bin'), process.env.PATH].join(':'),
};
