import { createSchema } from 'graphql-yoga';
import type { Resources } from '../resources.ts';
import { createTodoRepository } from '../todos/repository.ts';
import { createTodoService } from '../todos/service.ts';
import { todoModule } from './todos.ts';

/** The arguments of a field, as the client sent them; a resolver validates them. */
export type Resolver = (root: unknown, args: Record<string, unknown>) => unknown;

/** What one resource adds to the schema. */
export interface Module {
  typeDefs: string;
  resolvers: Record<'Query' | 'Mutation', Record<string, Resolver>>;
}

/** The schema: a module a resource. */
export function createGraphqlSchema({ database }: Resources) {
  const modules = [todoModule(createTodoService(createTodoRepository(database.db)))];
  return createSchema({
    typeDefs: modules.map(({ typeDefs }) => typeDefs),
    resolvers: modules.map(({ resolvers }) => resolvers),
  });
}
