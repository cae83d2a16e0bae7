import { combine } from '../../lib/declare.ts';
import { feature, lines, listed, needs, needsInDevelopment, trees } from '../../lib/lines.ts';
import type { Concern, Declarations, Project } from '../../lib/types.ts';
import { apis } from './apis/catalog.ts';

/** What an Express app is made of before any option is chosen. */
const express: Declarations = {
  dependencies: [
    ...needs('cors', 'express', 'helmet', 'kysely', 'zod'),
    ...needsInDevelopment('@types/cors', '@types/express', 'typescript'),
    { name: '@types/node', dev: true, within: '^24', because: 'the types follow the runtime' },
  ],
  lines: [
    ...feature(10, 'requestId', './http/request-id.ts'),
    ...feature(40, 'security', './http/security.ts'),
    ...feature(48, 'hosts', './http/hosts.ts'),
    ...feature(70, 'crossOrigin', './http/cross-origin.ts'),
    ...feature(80, 'authentication', './http/authentication.ts'),
    ...feature(900, 'notFound', './http/not-found.ts'),
    ...feature(910, 'errors', './http/errors.ts'),
    ...listed('src/commands.ts', 'commands', {
      name: 'seedCommand',
      from: './commands/seed.ts',
      rank: 20,
    }),
    ...lines('src/database/tables.ts#imports', [
      "import type { TodoTable } from '../todos/repository.ts';",
    ]),
    ...lines('src/database/tables.ts#tables', ['todos: TodoTable;'], 10),
    ...lines('src/migrations/index.ts#imports', [
      "import * as createTodos from './0001-create-todos.ts';",
    ]),
    ...lines('src/migrations/index.ts#migrations', ["'0001-create-todos': createTodos"], 1),
  ],
};

const stacks: Readonly<Record<string, Declarations>> = { express };

/** What README says of the sample, and of leaving it. */
const sections = (stack: string): Declarations => ({
  sections: ['Quick start', 'Your own resource', 'Remove the sample', 'Deployment'].map(
    (heading) => ({
      heading,
      template: `app/templates/${stack}/README/${heading.toLowerCase().replaceAll(' ', '-')}.md`,
    }),
  ),
});

const manifest = ({ name, stack }: Project): Declarations => ({
  manifest: {
    name,
    version: '0.1.0',
    private: true,
    type: 'module',
    engines: { node: `${stack.runtime}.x` },
  },
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
          manifest(project),
          sections(project.stack.name),
          { trees: trees(`app/templates/${project.stack.name}/common`) },
          stacks[project.stack.name] ?? {},
        ]),
};
