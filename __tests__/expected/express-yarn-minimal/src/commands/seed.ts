import type { Command } from '../command.ts';
import { createTodoRepository } from '../todos/repository.ts';
import { createTodoService } from '../todos/service.ts';

const titles = ['Read the README', 'Make a resource of your own', 'Remove the sample'];

/** Adds sample todos where there are none. */
export const seedCommand: Command = {
  name: 'seed',
  about: 'adds sample todos where there are none',
  async run({ log, resources }) {
    const todos = createTodoService(createTodoRepository(resources.database.db));
    const { total } = await todos.list({ limit: 1, offset: 0 });
    if (total > 0) return log.info({ total }, 'there are todos already');
    for (const title of titles) await todos.create({ title, done: false });
    log.info({ total: titles.length }, 'seeded');
  },
};
