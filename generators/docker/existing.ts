import { lines } from '../../lib/lines.ts';
import type { Declarations, Project } from '../../lib/types.ts';

/** An image for the process that an existing project really starts; its own Dockerfile stays. */
export function existing({ facts }: Project): Declarations {
  const start = facts.start?.value;
  if (!start)
    return {
      notes: [{ file: 'Dockerfile', message: 'no start command was found: none was made' }],
    };
  const build = facts.build ? [`RUN ${facts.build.value}`] : [];
  return {
    trees: [{ folder: 'docker/templates/existing/node', existing: 'keep' }],
    lines: [
      ...lines('Dockerfile#build', build),
      ...lines('Dockerfile#start', [`CMD ${JSON.stringify(start)}`.replaceAll('","', '", "')]),
    ],
  };
}
