import { inDevelopment } from '../environments.ts';
import { expect } from '../failure.ts';
import { operation, todoIn, todosIn } from '../graphql/operation.ts';
import { ask, fieldOf, introspect, type Schema } from '../graphql/schema.ts';
import { errorsOf, hasTrace } from '../http/answers.ts';
import { UNKNOWN_ID } from '../todos.ts';
import type { Check, Running } from '../types.ts';

const needs = ['graphql'] as const;
const MUTATIONS = ['createTodo', 'updateTodo', 'deleteTodo'];

function query(schema: Schema, name: string, values: Record<string, unknown>): string {
  const type = MUTATIONS.includes(name) ? schema.mutation : schema.query;
  return operation(schema, fieldOf(schema, type, name), values);
}

async function create(web: Running, schema: Schema, title: string) {
  return todoIn(await ask(web, query(schema, 'createTodo', { title })), 'createTodo');
}

/** The resource over GraphQL; arguments and results are read from the schema. */
export const graphql: readonly Check[] = [
  {
    id: 'graphql.schema',
    line: '/graphql: todos(limit, offset), todo(id), createTodo, updateTodo, deleteTodo',
    needs,
    run: async (app) => {
      const schema = await introspect(await inDevelopment(app));
      const named = (type: string, field: string) =>
        fieldOf(schema, type, field).args.map(({ name }) => name);
      const list = named(schema.query, 'todos');
      expect(list.includes('limit') && list.includes('offset'), `todos(${list.join(', ')})`);
      const one = named(schema.query, 'todo');
      expect(one.includes('id'), `todo(${one.join(', ')})`);
      for (const name of MUTATIONS) fieldOf(schema, schema.mutation, name);
      return undefined;
    },
  },
  {
    id: 'graphql.crud',
    line: 'GraphQL makes, finds, changes and deletes the todos that REST shows',
    needs,
    run: async (app) => {
      const web = await inDevelopment(app);
      const schema = await introspect(web);
      const made = await create(web, schema, 'By GraphQL');
      const { id } = made;
      const found = todoIn(await ask(web, query(schema, 'todo', { id })), 'todo');
      expect(JSON.stringify(found) === JSON.stringify(made), 'todo(id) is another todo');
      const changed = query(schema, 'updateTodo', { id, done: true });
      const { done, title } = todoIn(await ask(web, changed), 'updateTodo');
      expect(done && title === 'By GraphQL', `updateTodo: ${title}, ${done}`);
      const rest = app.features.has('rest') ? await web.ask(`GET /api/todos/${id}`) : undefined;
      expect(rest?.status !== 404, 'REST does not know a todo that GraphQL made');
      await ask(web, query(schema, 'deleteTodo', { id }));
      expect(
        todosIn(await answerOf(web, query(schema, 'todo', { id }))).length === 0,
        'not deleted',
      );
      return undefined;
    },
  },
  {
    id: 'graphql.pages',
    line: 'todos(limit, offset) is a page by createdAt, id',
    needs,
    run: async (app) => {
      const web = await inDevelopment(app);
      const schema = await introspect(web);
      for (const title of ['One', 'Two', 'Three']) await create(web, schema, title);
      const page = async (limit: number, offset: number) =>
        todosIn(await ask(web, query(schema, 'todos', { limit, offset })));
      const [both, first, second] = [await page(2, 0), await page(1, 0), await page(1, 1)];
      expect(both.length === 2, `todos(limit: 2) has ${both.length}`);
      const ids = [...first, ...second].map(({ id }) => id);
      expect(ids.join() === both.map(({ id }) => id).join(), 'pages are not of one order');
      return undefined;
    },
  },
  {
    id: 'graphql.invalid',
    line: 'GraphQL refuses what REST refuses, with an error that shows no internals',
    needs,
    run: async (app) => {
      const web = await inDevelopment(app);
      const schema = await introspect(web);
      const bad = [
        query(schema, 'createTodo', { title: '' }),
        query(schema, 'createTodo', { title: 'x'.repeat(201) }),
        query(schema, 'createTodo', { title: 5 }),
        query(schema, 'todos', { limit: 101 }),
        query(schema, 'todos', { limit: 0 }),
        query(schema, 'todos', { offset: -1 }),
        query(schema, 'updateTodo', { id: UNKNOWN_ID, title: '' }),
        '{ nothing }',
        '{ todos(',
      ];
      for (const text of bad) await expectRefused(web, text);
      return undefined;
    },
  },
  {
    id: 'graphql.unknown-id',
    line: 'an unknown or malformed id is null or an error in GraphQL, never a failure of the app',
    needs,
    run: async (app) => {
      const web = await inDevelopment(app);
      const schema = await introspect(web);
      for (const id of [UNKNOWN_ID, 'abc', '']) {
        const body = await answerOf(web, query(schema, 'todo', { id }));
        expect(todosIn(body).length === 0, `todo(id: "${id}") found one`);
      }
      return undefined;
    },
  },
];

async function answerOf(web: Running, text: string): Promise<unknown> {
  const answer = await web.ask('POST /graphql', { body: { query: text } });
  const short = text.slice(0, 80);
  expect(answer.status < 500, `${short}: ${answer.status}`);
  expect(!hasTrace(answer.text), `${short}: the answer shows a stack trace`);
  return JSON.parse(answer.text);
}

async function expectRefused(web: Running, text: string): Promise<void> {
  const answer = await web.ask('POST /graphql', { body: { query: text } });
  const errors = errorsOf(answer);
  expect(errors.length > 0, `${text.slice(0, 80)} is taken`);
  expect(answer.status < 500, `${text.slice(0, 80)}: ${answer.status}`);
  const internal = errors.find((error) => /unexpected|internal|sql|constraint/i.test(error));
  expect(!internal || text === '{ todos(', `${text.slice(0, 60)}: "${internal}" tells no reason`);
  expect(!hasTrace(answer.text), `${text.slice(0, 60)}: the answer shows a stack trace`);
}
