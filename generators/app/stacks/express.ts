import { feature, lines, listed, needs, needsInDevelopment } from '../../../lib/lines.ts';
import type { Declarations } from '../../../lib/types.ts';

/** What an Express app is made of. */
export const express: Declarations = {
  dependencies: [
    ...needs('cors', 'express', 'helmet', 'kysely', 'zod'),
    ...needsInDevelopment('@types/cors', '@types/express', 'typescript'),
    { name: '@types/node', dev: true, within: '^24', because: 'the types follow the runtime' },
  ],
  lines: [
    ...feature(10, 'requestId', './http/request-id.ts'),
    ...feature(48, 'hosts', './http/hosts.ts'),
    ...feature(50, 'security', './http/security.ts'),
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
