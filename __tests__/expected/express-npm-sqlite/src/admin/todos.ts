import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import * as z from 'zod';
import type { Tables } from '../database/tables.ts';
import { toTodo } from '../todos/repository.ts';
import type { TodoService } from '../todos/service.ts';
import { isTodoId, NewTodo, TodoChanges } from '../todos/todo.ts';
import type { Model, Search } from './model.ts';

const columns = { title: 'title', done: 'done', createdAt: 'created_at' } as const;
const Dates = z.object({
  from: z.coerce.date().catch(new Date(0)),
  to: z.coerce.date().catch(new Date('9999-12-31')),
});

/** Todos in the admin dashboard: changed by the service, searched in the database. */
export function todoModel(db: Kysely<Tables>, todos: TodoService): Model {
  return {
    id: 'todos',
    properties: [
      { path: 'title', type: 'string', editable: true },
      { path: 'done', type: 'boolean', editable: true },
      { path: 'createdAt', type: 'datetime' },
      { path: 'id', type: 'uuid' },
    ],
    async search({ filters, sortBy, direction, limit, offset }) {
      const column = Object.entries(columns).find(([path]) => path === sortBy)?.[1] ?? 'id';
      const found = db.selectFrom('todos').selectAll().where(matching(filters));
      const sorted = found.orderBy(column, direction).orderBy('id', direction);
      return (await sorted.limit(limit).offset(offset).execute()).map(toTodo);
    },
    async count(filters) {
      const found = db.selectFrom('todos').where(matching(filters));
      const count = found.select(({ fn }) => fn.countAll().as('total'));
      return Number((await count.executeTakeFirstOrThrow()).total);
    },
    find: async (id) => (isTodoId(id) ? todos.get(id) : undefined),
    create: async (form) => todos.create(NewTodo.parse({ title: '', ...form })),
    update: async (id, form) => todos.update(id, TodoChanges.parse(form)),
    remove: (id) => todos.remove(id),
  };
}

/** The condition of a search; `!` escapes, because backslashes mean different things by database. */
function matching({ title, done, createdAt }: Search['filters']) {
  return ({ and, eb }: ExpressionBuilder<Tables, 'todos'>) => {
    const conditions = [];
    if (typeof title === 'string') {
      const pattern = `%${title.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`;
      conditions.push(sql<boolean>`lower(title) like ${pattern} escape '!'`);
    }
    if (done === 'true' || done === 'false') conditions.push(eb('done', '=', done === 'true'));
    if (createdAt !== undefined) {
      const { from, to } = Dates.parse(createdAt);
      conditions.push(eb('created_at', '>=', from.toISOString()));
      conditions.push(eb('created_at', '<=', to.toISOString()));
    }
    return and(conditions);
  };
}
