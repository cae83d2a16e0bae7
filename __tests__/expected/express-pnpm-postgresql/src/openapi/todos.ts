import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { Page } from '../page.ts';
import { NewTodo, Todo, TodoChanges } from '../todos/todo.ts';
import { json, problems } from './responses.ts';

const tags = ['todos'];
const path = z.object({ id: Todo.shape.id });
const TodoPage = z
  .object({ items: z.array(Todo), total: z.int().min(0), ...Page.shape })
  .meta({ id: 'TodoPage' });

/** What `src/todos/routes.ts` answers. */
export const todoPaths: ZodOpenApiPathsObject = {
  '/api/todos': {
    get: {
      tags,
      operationId: 'listTodos',
      summary: 'List todos',
      description: 'A part of the list, the oldest first.',
      requestParams: { query: Page },
      responses: { 200: { description: 'The part', content: json(TodoPage) }, ...problems(422) },
    },
    post: {
      tags,
      operationId: 'createTodo',
      summary: 'Create a todo',
      description: 'Makes a todo and answers where it is.',
      requestBody: { required: true, content: json(NewTodo) },
      responses: {
        201: {
          description: 'The new todo',
          headers: z.object({ Location: z.string() }),
          content: json(Todo),
        },
        ...problems(400, 413, 415, 422),
      },
    },
  },
  '/api/todos/{id}': {
    get: {
      tags,
      operationId: 'getTodo',
      summary: 'Get a todo',
      description: 'A malformed id names no todo.',
      requestParams: { path },
      responses: { 200: { description: 'The todo', content: json(Todo) }, ...problems(404) },
    },
    patch: {
      tags,
      operationId: 'updateTodo',
      summary: 'Change a todo',
      description: 'What is not named stays as it is.',
      requestParams: { path },
      requestBody: { required: true, content: json(TodoChanges) },
      responses: {
        200: { description: 'The changed todo', content: json(Todo) },
        ...problems(400, 404, 413, 415, 422),
      },
    },
    delete: {
      tags,
      operationId: 'deleteTodo',
      summary: 'Delete a todo',
      description: 'There is no way back.',
      requestParams: { path },
      responses: { 204: { description: 'It is gone' }, ...problems(404) },
    },
  },
};
