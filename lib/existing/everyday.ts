import type { Project } from '../types.ts';
import { installingOf, managerOf } from './installing.ts';

/** What installs a project after its manifest changed: in existing code by its own manager. */
export function installOf(project: Project): string {
  const installer = project.existing ? managerOf(project) : undefined;
  if (installer === undefined) return project.stack.language.install(project);
  const installing = installingOf(project);
  const install = installer.everyday(installing);
  return installer.relock && installing.lock ? `${installer.relock} && ${install}` : install;
}
