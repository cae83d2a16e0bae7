import { combine } from '../../lib/declare.ts';
import { trees } from '../../lib/lines.ts';
import type { Concern, Declarations } from '../../lib/types.ts';
import { apis } from './apis/catalog.ts';
import { seriesOf } from './series.ts';
import { stacks } from './stacks/catalog.ts';

/** What README says of the sample, and of leaving it. */
const sections = (stack: string): Declarations => ({
  sections: ['Quick start', 'Your own resource', 'Remove the sample', 'Deployment'].map(
    (heading) => ({
      heading,
      template: `app/templates/${stack}/README/${heading.toLowerCase().replaceAll(' ', '-')}.md`,
    }),
  ),
});

/** The sample to start from: todos over REST and GraphQL, with their tests. */
export const app: Concern = {
  name: 'app',
  title: 'A whole app: all of the below, and a sample where there is no code yet',
  factors: ['I', 'II'],
  options: [
    {
      name: 'api',
      about: 'API of the sample',
      kind: 'many',
      rows: apis,
      none: true,
      retrofit: [],
      initial: () => apis.map(({ name }) => name),
    },
  ],
  declare: (project) =>
    project.existing
      ? {}
      : combine([
          { manifest: project.stack.language.describe(project) },
          sections(project.stack.name),
          { trees: trees(`app/templates/${project.stack.name}/common`) },
          { trees: [{ folder: `app/templates/${project.stack.name}/editor`, existing: 'keep' }] },
          stacks[project.stack.name] ?? {},
          seriesOf(project),
        ]),
};
