import { installingOf } from '../../../lib/existing/installing.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { findings } from './findings.ts';

/** What the user's own Dockerfile lacks; it stays as it is. */
export function inspected(project: Project, path: string): Declarations {
  const { facts } = project;
  const found = {
    locked: installingOf(project).lock !== undefined,
    port: facts.port?.evidence.every((place) => place.startsWith(path))
      ? undefined
      : facts.port?.value,
    health: facts.health?.value,
  };
  return { inspections: [{ path, look: async (text) => findings(text, found) }] };
}
