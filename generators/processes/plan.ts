import { combine } from '../../lib/declare.ts';
import { tableRows, trees } from '../../lib/lines.ts';
import type { Concern, Declarations } from '../../lib/types.ts';
import { existing } from './existing.ts';
import { servers } from './servers/catalog.ts';
import { stacks } from './stacks/catalog.ts';

const addresses: Declarations = {
  rows: tableRows('Addresses', 10, {
    '`GET /healthz`': ['200 as long as the process lives'],
    '`GET /readyz`': ['200 when what requests need answers, else 503'],
  }),
};

/** Factors V to IX: build, release, run; processes, ports, concurrency and disposability. */
export const processes: Concern = {
  name: 'processes',
  title: 'Build, release, run; server, port, signals, health',
  factors: ['V', 'VI', 'VII', 'VIII', 'IX'],
  options: [
    {
      name: 'server',
      about: 'Server container',
      kind: 'one',
      rows: servers,
    },
  ],
  declare: (project) =>
    project.existing
      ? existing(project)
      : combine([
          addresses,
          { trees: trees(`processes/templates/${project.stack.name}/common`) },
          stacks[project.stack.name] ?? {},
        ]),
};
