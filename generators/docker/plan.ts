import { trees } from '../../lib/lines.ts';
import type { Concern } from '../../lib/types.ts';
import { existing } from './existing.ts';

/** Factors V, VI and X: one image for every environment, and compose to run it with its services. */
export const docker: Concern = {
  name: 'docker',
  title: 'Image and compose',
  factors: ['V', 'VI', 'X'],
  options: [],
  declare: (project) =>
    project.existing
      ? existing(project)
      : {
          trees: trees(`docker/templates/${project.stack.name}/common`),
          sections: [
            {
              heading: 'Containers',
              template: `docker/templates/${project.stack.name}/README/containers.md`,
            },
          ],
        },
};
