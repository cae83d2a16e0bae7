import { inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectProblem, header } from '../http/answers.ts';
import { createTodo, UNKNOWN_ID } from '../todos.ts';
import type { Check, Subject } from '../types.ts';
import { refuse } from './problems.ts';

/** Methods and addresses that are not there. */
export const routes: readonly Check[] = [
  {
    id: 'routes.method',
    line: 'a known address with another method: 405 with Allow, problem+json',
    needs: ['rest'],
    run: async (app) => {
      const { id } = await createTodo(await inProduction(app), 'Methods');
      await refuseMethod(app, 'PUT /api/todos', ['GET', 'POST']);
      await refuseMethod(app, 'DELETE /api/todos', ['GET', 'POST']);
      await refuseMethod(app, `POST /api/todos/${id}`, ['GET', 'PATCH', 'DELETE']);
      return refuseMethod(app, `PUT /api/todos/${id}`, ['GET', 'PATCH', 'DELETE']);
    },
  },
  {
    id: 'routes.graphql-method',
    line: '/graphql with another method: 405 with Allow, problem+json',
    needs: ['graphql'],
    run: (app) => refuseMethod(app, 'DELETE /graphql', ['POST']),
  },
  {
    id: 'routes.unknown-address',
    line: 'an unknown address under /api: 404 problem+json; no trailing slashes',
    needs: ['rest'],
    run: (app) =>
      refuse(app, 404, [
        ['GET /api/nothing', {}],
        ['POST /api/nothing', { body: {} }],
        ['GET /api/todos/', {}],
        [`GET /api/todos/${UNKNOWN_ID}/`, {}],
        ['GET /api/todos/a/b', {}],
      ]),
  },
];
async function refuseMethod(app: Subject, line: string, methods: readonly string[]) {
  const web = await inProduction(app);
  const [refused = ''] = line.split(' ');
  const answer = await web.ask(line, refused === 'DELETE' ? {} : { body: { title: 'x' } });
  expectProblem(answer, 405);
  const allowed = header(answer, 'allow').split(/\s*,\s*/);
  const missing = methods.filter((method) => !allowed.includes(method));
  expect(missing.length === 0, `${line}: Allow lacks ${missing.join(', ')}`);
  expect(!allowed.includes(refused), `${line}: Allow names ${refused}`);
  return undefined;
}
