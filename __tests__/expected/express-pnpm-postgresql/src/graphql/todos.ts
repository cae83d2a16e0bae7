import * as z from 'zod';
import { Page } from '../page.ts';
import type { TodoService } from '../todos/service.ts';
import { isTodoId, NewTodo, TodoChanges } from '../todos/todo.ts';
import { notFound } from './errors.ts';
import type { Module } from './schema.ts';

const typeDefs = /* GraphQL */ `
  "A thing to be done."
  type Todo {
    id: ID!
    title: String!
    done: Boolean!
    createdAt: String!
  }

  "A part of the list of todos, and how long the whole is."
  type TodoPage {
    items: [Todo!]!
    total: Int!
    limit: Int!
    offset: Int!
  }

  type Query {
    todos(limit: Int! = 20, offset: Int! = 0): TodoPage!
    todo(id: ID!): Todo
  }

  type Mutation {
    createTodo(title: String!, done: Boolean! = false): Todo!
    updateTodo(id: ID!, title: String, done: Boolean): Todo!
    "Answers the id of what is gone."
    deleteTodo(id: ID!): ID!
  }
`;

const Id = z.object({ id: z.string() });

/** Todos over GraphQL. */
export function todoModule(todos: TodoService): Module {
  const existing = async <T>(id: string, find: (id: string) => Promise<T | undefined | false>) => {
    const found = isTodoId(id) && (await find(id));
    if (!found) throw notFound('todo');
    return found;
  };
  return {
    typeDefs,
    resolvers: {
      Query: {
        todos: (_root, args) => todos.list(Page.parse(args)),
        todo: (_root, args) => existing(Id.parse(args).id, todos.get),
      },
      Mutation: {
        createTodo: (_root, args) => todos.create(NewTodo.parse(args)),
        updateTodo: (_root, { id, ...given }) => {
          const changes = TodoChanges.parse(given);
          return existing(String(id), (known) => todos.update(known, changes));
        },
        async deleteTodo(_root, args) {
          const { id } = Id.parse(args);
          await existing(id, todos.remove);
          return id;
        },
      },
    },
  };
}
