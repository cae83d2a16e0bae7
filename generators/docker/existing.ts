import { combine } from '../../lib/declare.ts';
import type { Declarations, Project } from '../../lib/types.ts';
import { compose } from './existing/compose.ts';
import { ignored } from './existing/ignored.ts';
import { image } from './existing/image.ts';
import { inspected } from './existing/inspected.ts';

/** In an existing project: an image of the process that it really starts; its own Dockerfile stays. */
export function existing(project: Project): Declarations {
  const { dockerfile, start, kind } = project.facts;
  if (dockerfile)
    return combine([inspected(project, dockerfile.value), ignored(project), compose(project)]);
  const why = [
    [start === undefined, 'no start command was found: say it with --set "start=…", and run again'],
    [kind !== undefined && kind.value !== 'service', `this is a ${kind?.value}, no service`],
  ] as const;
  const reason = why.find(([is]) => is)?.[1];
  if (reason === undefined) return combine([image(project), ignored(project), compose(project)]);
  return combine([
    { notes: [{ file: 'Dockerfile', message: `none was made: ${reason}` }] },
    compose(project),
  ]);
}
