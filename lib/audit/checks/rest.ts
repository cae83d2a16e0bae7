import { inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectProblem, expectStatus, header, json } from '../http/answers.ts';
import type { Answer } from '../http/request.ts';
import { allTodos, asTodo, createTodo, listTodos, UNKNOWN_ID } from '../todos.ts';
import type { Check, Feature } from '../types.ts';

const needs: readonly Feature[] = ['rest'];

/** The resource: what succeeds. */
export const rest: readonly Check[] = [
  {
    id: 'rest.create',
    line: 'POST /api/todos: 201 with Location and the todo (id, title, done, createdAt)',
    needs,
    run: async (app) => {
      const web = await inProduction(app);
      const answer = await web.ask('POST /api/todos', { body: { title: 'Buy milk' } });
      expectStatus(answer, 201);
      const todo = asTodo(json(answer));
      expect(todo.title === 'Buy milk' && !todo.done, `made ${JSON.stringify(todo)}`);
      const location = new URL(header(answer, 'location') || '/no-location', web.base);
      expect(location.pathname === `/api/todos/${todo.id}`, `Location is ${location.pathname}`);
      const found = await web.ask(`GET ${location.pathname}`);
      expectStatus(found, 200);
      expect(sameTodo(found, answer), 'GET at the Location is another todo');
      return undefined;
    },
  },
  {
    id: 'rest.change',
    line: 'PATCH /api/todos/{id}: 200, changes what is given and nothing else',
    needs,
    run: async (app) => {
      const web = await inProduction(app);
      const made = await createTodo(web, 'Before');
      const answer = await web.ask(`PATCH /api/todos/${made.id}`, { body: { done: true } });
      expectStatus(answer, 200);
      const wanted = JSON.stringify({ ...made, done: true });
      const seen = JSON.stringify(asTodo(json(answer)));
      expect(seen === wanted, `PATCH done: ${seen}, not ${wanted}`);
      const again = await web.ask(`GET /api/todos/${made.id}`);
      expect(sameTodo(again, answer), 'the change is not kept');
      return undefined;
    },
  },
  {
    id: 'rest.delete',
    line: 'DELETE /api/todos/{id}: 204 and no body; after that 404',
    needs,
    run: async (app) => {
      const web = await inProduction(app);
      const { id } = await createTodo(web, 'Gone soon');
      const answer = await web.ask(`DELETE /api/todos/${id}`);
      expectStatus(answer, 204);
      expect(answer.text === '', '204 with a body');
      expectProblem(await web.ask(`GET /api/todos/${id}`), 404);
      expectProblem(await web.ask(`DELETE /api/todos/${id}`), 404);
      return undefined;
    },
  },
  {
    id: 'rest.list',
    line: 'GET /api/todos: {items, total, limit, offset} by createdAt, id; limit 20 by default',
    needs,
    run: async (app) => {
      const web = await inProduction(app);
      for (let made = 0; made < 25; made++) await createTodo(web, `Number ${made}`);
      const first = await listTodos(web);
      const { limit, offset, items, total } = first;
      expect(limit === 20 && offset === 0 && items.length === 20, `limit ${limit}`);
      const all = await allTodos(web);
      expect(all.length === total, `total ${total}, but ${all.length} items on the pages`);
      expect(new Set(all.map(({ id }) => id)).size === total, 'a todo is on two pages');
      const keys = all.map(({ createdAt, id }) => `${new Date(createdAt).toISOString()} ${id}`);
      const unordered = keys.find((key, at) => at > 0 && (keys[at - 1] ?? '') > key);
      expect(unordered === undefined, `not in order at ${unordered}`);
      const page = await listTodos(web, '?limit=3&offset=4');
      const wanted = JSON.stringify(all.slice(4, 7));
      expect(JSON.stringify(page.items) === wanted, '?limit=3&offset=4 is another page');
      return undefined;
    },
  },
  {
    id: 'rest.unicode',
    line: 'title: 1–200 characters (200 emoji are), kept exactly',
    needs,
    run: async (app) => {
      const web = await inProduction(app);
      for (const title of ['🦊'.repeat(200), 'x'.repeat(200), "Ünïcode 'quoted' <b>\\%_;--"]) {
        const { title: kept } = await createTodo(web, title);
        expect(kept === title, `kept ${kept.slice(0, 40)} for ${title.slice(0, 40)}`);
      }
      return undefined;
    },
  },
  {
    id: 'rest.prototype',
    line: 'a body cannot set what the contract does not let it set (__proto__, id, createdAt)',
    needs,
    run: async (app) => {
      const web = await inProduction(app);
      const body = `{"title":"Polluted","__proto__":{"done":true},"id":"${UNKNOWN_ID}"}`;
      const answer = await web.ask('POST /api/todos', { body });
      expectStatus(answer, 201, 422);
      if (answer.status === 201) {
        const todo = asTodo(json(answer));
        expect(!todo.done && todo.id !== UNKNOWN_ID, `made ${JSON.stringify(todo)}`);
      }
      expect(!(await createTodo(web, 'Clean')).done, 'later todos are done');
      return undefined;
    },
  },
  {
    id: 'rest.concurrent',
    line: 'requests at the same time do not disturb each other',
    needs,
    run: async (app) => {
      const web = await inProduction(app);
      const { total } = await listTodos(web);
      const titles = Array.from({ length: 10 }, (_item, at) => `Together ${at}`);
      const made = await Promise.all(titles.map((title) => createTodo(web, title)));
      expect(new Set(made.map(({ id }) => id)).size === 10, 'ten creates, not ten ids');
      const after = (await listTodos(web)).total;
      expect(after === total + 10, `${total} todos and ten more are ${after}`);
      return undefined;
    },
  },
  {
    id: 'rest.no-cookies',
    line: '/api and /graphql: never a cookie',
    run: async (app) => {
      const web = await inProduction(app);
      for (const line of ['GET /api/todos', 'GET /api/nothing', 'POST /graphql']) {
        const answer = await web.ask(line, line.startsWith('POST') ? { body: {} } : {});
        expect(header(answer, 'set-cookie') === '', `${line} sets a cookie`);
      }
      return undefined;
    },
  },
];

function sameTodo(one: Answer, other: Answer): boolean {
  return JSON.stringify(asTodo(json(one))) === JSON.stringify(asTodo(json(other)));
}
