import * as z from 'zod';

const title = z
  .string()
  .min(1)
  .refine((text) => [...text].length <= 200, 'must be at most 200 characters')
  .refine((text) => text.isWellFormed() && !text.includes('\0'), 'must be well-formed text')
  .meta({ description: 'What is to be done', minLength: 1, maxLength: 200 });

/** A thing to be done. */
export const Todo = z
  .object({ id: z.uuid(), title, done: z.boolean(), createdAt: z.iso.datetime() })
  .meta({ id: 'Todo' });
/** What a client says to make one. */
export const NewTodo = z
  .strictObject({ title, done: z.boolean().default(false) })
  .meta({ id: 'NewTodo' });
/** What a client says to change one. */
export const TodoChanges = z
  .strictObject({ title: title.optional(), done: z.boolean().optional() })
  .meta({ id: 'TodoChanges' });

export type Todo = z.infer<typeof Todo>;
export type NewTodo = z.infer<typeof NewTodo>;
export type TodoChanges = z.infer<typeof TodoChanges>;

/** Whether a text can be the id of a todo. Capitals can't: not every database takes them for the same. */
export const isTodoId = (text: unknown): boolean => z.uuid().lowercase().safeParse(text).success;
