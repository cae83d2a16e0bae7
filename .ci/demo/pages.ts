import { expect } from '../../lib/audit/failure.ts';
import { errorsOf, expectStatus, header, json } from '../../lib/audit/http/answers.ts';
import { passwordForm, visit } from '../../lib/audit/http/forms.ts';
import { createTodo, listTodos } from '../../lib/audit/todos.ts';
import type { Running } from '../../lib/audit/types.ts';
import type { Demo } from './commands.ts';
import type { Step } from './steps.ts';

type Look = (app: Running) => Promise<string | undefined>;

const of = (kind: 'web' | 'admin', name: string, look: Look): Step => ({
  name,
  run: (demo: Demo) => {
    const app = demo[kind];
    expect(app !== undefined, `${kind} did not start`);
    return look(app);
  },
});

const answers =
  (path: string): Look =>
  async (app) => {
    expectStatus(await app.ask(`GET ${path}`), 200);
    return undefined;
  };

const shows =
  (path: string, words: RegExp): Look =>
  async (app) => {
    const answer = await app.ask(`GET ${path}`, { headers: { accept: 'text/html' } });
    expectStatus(answer, 200);
    expect(words.test(answer.text), `${path}: no page with ${words}`);
    return undefined;
  };

const rest: Look = async (app) => {
  const { id } = await createTodo(app, 'Made over REST');
  const { items, total } = await listTodos(app, '?limit=100');
  expect(
    items.some((todo) => todo.id === id),
    'the list lacks the new todo',
  );
  return `${total} todos`;
};

const graphql: Look = async (app) => {
  const query = '{ todos(limit: 100, offset: 0) { items { id title done } total } }';
  const answer = await app.ask('POST /graphql', { body: { query } });
  expectStatus(answer, 200);
  expect(errorsOf(answer).length === 0, errorsOf(answer).join(', '));
  const text = JSON.stringify(json(answer));
  expect(text.includes('Made over REST'), 'the todo made over REST is not there');
  return undefined;
};

const login: Look = async (app) => {
  const { answer, path } = await visit(app, new Map(), '/admin');
  expectStatus(answer, 200);
  expect(passwordForm(answer.text, path) !== undefined, `${path}: no form with a password`);
  return undefined;
};

const link: Look = async (app) => {
  const location = header(await app.ask('GET /admin'), 'location');
  expect(/^http:\/\/127\.0\.0\.1:\d+\/admin/.test(location), `/admin leads to "${location}"`);
  return undefined;
};

/** What the running processes answer. */
export const pages: readonly Step[] = [
  of('web', 'GET /healthz', answers('/healthz')),
  of('web', 'GET /readyz', answers('/readyz')),
  of('web', 'a todo over REST', rest),
  of('web', 'the todo over GraphQL', graphql),
  of('web', 'GET /docs', shows('/docs', /swagger/i)),
  of('web', 'GraphiQL', shows('/graphql', /graphiql/i)),
  of('web', '/admin leads to the admin', link),
  of('admin', 'admin login page', login),
];
