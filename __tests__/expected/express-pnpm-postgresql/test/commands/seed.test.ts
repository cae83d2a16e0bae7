import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedCommand } from '../../src/commands/seed.ts';
import { createTodoRepository } from '../../src/todos/repository.ts';
import { startApp } from '../support/app.ts';

test('samples are added where there are none, and only once', async () => {
  await using app = await startApp();
  const todos = createTodoRepository(app.context.resources.database.db);
  await seedCommand.run(app.context);
  const seeded = await todos.count();
  assert.ok(seeded > 0);
  await seedCommand.run(app.context);
  assert.equal(await todos.count(), seeded);
});
