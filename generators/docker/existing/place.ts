import { installingOf } from '../../../lib/existing/installing.ts';
import type { Project } from '../../../lib/types.ts';

/** Where an image is built: an app of a workspace needs the whole of it. */
export interface Place {
  /** The way up to the context, '' or `../../`. */
  readonly up: string;
  /** The app's folder below the context, '' or `apps/api`. */
  readonly folder: string;
}

/** The context of a project's build, by where its lock file lies. */
export function placeOf(project: Project): Place {
  const up = /^(?:\.\.\/)*/.exec(installingOf(project).lock ?? '')?.[0] ?? '';
  const steps = up.length / '../'.length;
  const parts = project.surroundings.folder.split('/');
  return { up, folder: steps === 0 ? '' : parts.slice(-steps).join('/') };
}

/** Whether the process listens: a worker has no port, nor has a socket's file. */
export const listens = ({ facts }: Project): boolean =>
  facts.socket === undefined &&
  (facts.port !== undefined || facts.stack !== undefined || facts.health !== undefined);
