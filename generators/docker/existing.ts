import { combine } from '../../lib/declare.ts';
import { servingNotes, servingOf } from '../../lib/existing/serving.ts';
import type { Declarations, Project } from '../../lib/types.ts';
import { compose } from './existing/compose.ts';
import { ignored } from './existing/ignored.ts';
import { image } from './existing/image.ts';
import { inspected } from './existing/inspected.ts';

/** In an existing project: an image of the process that it really starts; its own Dockerfile stays. */
export function existing(project: Project): Declarations {
  const { dockerfile, kind } = project.facts;
  if (dockerfile)
    return combine([inspected(project, dockerfile.value), ignored(project), compose(project)]);
  if (kind !== undefined && kind.value !== 'service') return compose(project);
  const serving = servingOf(project);
  if (serving) {
    const { server } = serving;
    const notes = project.concerns.has('processes') ? [] : servingNotes(project);
    const brought = server ? { dependencies: [server], notes } : {};
    return combine([image(project), ignored(project), compose(project), brought]);
  }
  const message =
    'none was made: no start command was found: say it with --set "start=…", and run again';
  return combine([{ notes: [{ file: 'Dockerfile', message }] }, compose(project)]);
}
