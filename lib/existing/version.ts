import type { Project } from '../types.ts';
import type { Installer } from './installer.ts';

/** The version of a manager: as the project pins it, without its hash; else the row's own. */
export const versionOf = ({ facts }: Project, { version = '' }: Installer): string =>
  facts.packageManagerVersion?.value.split('+')[0] ?? version;
