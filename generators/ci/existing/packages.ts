import { buildingPackages } from '../../../lib/existing/packages.ts';
import type { Project } from '../../../lib/types.ts';

/** The step that builds what an app needs of its workspace, before anything looks at it. */
export function packagesStep(project: Project): readonly string[] {
  const building = buildingPackages(project);
  if (!building) return [];
  const { run, up } = building;
  const parts = project.surroundings.folder.split('/');
  const folder = parts.slice(0, parts.length - up.length / '../'.length).join('/') || '.';
  const text = `- name: Build the packages of the workspace\n  run: ${run}`;
  return [up === '' ? text : `${text}\n  working-directory: ${folder}`];
}
