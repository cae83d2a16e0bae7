import { type Request, Router } from 'express';
import type { Feature } from '../feature.ts';
import { jsonBody } from '../http/body.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { validate } from '../http/validate.ts';
import { PageQuery } from '../page.ts';
import { createTodoRepository } from './repository.ts';
import { createTodoService, type TodoService } from './service.ts';
import { isTodoId, NewTodo, TodoChanges } from './todo.ts';

/** Todos over REST. */
export const todoRoutes: Feature = (app, { resources }) => {
  const todos = createTodoService(createTodoRepository(resources.database.db));
  const router = Router({ caseSensitive: true, strict: true });
  collection(router, todos);
  item(router, todos);
  app.use(router);
};

function collection(router: Router, todos: TodoService) {
  route(router, '/api/todos', {
    async get(request, response) {
      response.json(await todos.list(validate(PageQuery, request.query)));
    },
    post: [
      jsonBody,
      async (request, response) => {
        const todo = await todos.create(validate(NewTodo, request.body));
        response.status(201).location(`/api/todos/${todo.id}`).json(todo);
      },
    ],
  });
}

function item(router: Router, todos: TodoService) {
  // Before the body is looked at: a malformed id names no todo, like an unknown one.
  router.param('id', (_request, _response, next, id) => {
    if (!isTodoId(id)) throw new Problem(404);
    next();
  });
  route(router, '/api/todos/:id', {
    async get(request, response) {
      response.json(found(await todos.get(idOf(request))));
    },
    patch: [
      jsonBody,
      async (request, response) => {
        const changes = validate(TodoChanges, request.body);
        response.json(found(await todos.update(idOf(request), changes)));
      },
    ],
    async delete(request, response) {
      if (!(await todos.remove(idOf(request)))) throw new Problem(404);
      response.status(204).end();
    },
  });
}

const idOf = ({ params }: Request) => String(params.id);

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Problem(404);
  return value;
}
