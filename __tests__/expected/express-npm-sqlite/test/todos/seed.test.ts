import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedCommand } from '../../src/commands/seed.ts';
import { startApp } from '../support/app.ts';

test('samples are added where there are none, and only once', async () => {
  await using app = await startApp();
  const total = async () => {
    const page = (await (await app.send('GET', '/api/todos')).json()) as { total: number };
    return page.total;
  };
  await seedCommand.run(app.context);
  const seeded = await total();
  assert.ok(seeded > 0);
  await seedCommand.run(app.context);
  assert.equal(await total(), seeded);
});
