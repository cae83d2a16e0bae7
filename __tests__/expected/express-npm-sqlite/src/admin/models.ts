import type { Resources } from '../resources.ts';
import { createTodoRepository } from '../todos/repository.ts';
import { createTodoService } from '../todos/service.ts';
import type { Model } from './model.ts';
import { todoModel } from './todos.ts';

/** What the admin dashboard shows, a line a resource. */
export function createModels({ database: { db } }: Resources): Model[] {
  return [todoModel(db, createTodoService(createTodoRepository(db)))];
}
