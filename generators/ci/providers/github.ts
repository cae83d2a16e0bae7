import { trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';

/** GitHub Actions and dependabot. */
export const github: Row = {
  name: 'github',
  title: 'GitHub Actions',
  // The concern itself looks at what is there.
  existing: { node: () => ({}), python: () => ({}) },
  stacks: {
    express: {
      trees: trees('ci/templates/express/github'),
      sections: [
        {
          heading: 'Continuous integration',
          template: 'ci/templates/express/README/continuous-integration.md',
        },
      ],
    },
    django: {
      trees: trees('ci/templates/django/github'),
      sections: [
        {
          heading: 'Continuous integration',
          template: 'ci/templates/django/README/continuous-integration.md',
        },
      ],
    },
  },
};
