import { expect } from '../failure.ts';
import { isJson, type Json } from '../json.ts';
import { asTodo, type Todo } from '../todos.ts';
import type { Field, Schema } from './schema.ts';

/** A call of a field with values, in whichever shape its arguments and its result have. */
export function operation(schema: Schema, field: Field, values: Json): string {
  const type = (schema.types.get(schema.mutation) ?? []).includes(field) ? 'mutation' : 'query';
  const given = argumentsOf(schema, field, values);
  return `${type} { ${field.name}${given} ${selection(schema, field.type.name)} }`;
}

function argumentsOf(schema: Schema, field: Field, values: Json): string {
  const parts = field.args.flatMap(({ name, type }) => {
    if (name in values) return [`${name}: ${JSON.stringify(values[name])}`];
    if (type.kind !== 'INPUT_OBJECT') return [];
    const inner = (schema.types.get(type.name) ?? []).filter((value) => value.name in values);
    const entries = inner.map((value) => `${value.name}: ${JSON.stringify(values[value.name])}`);
    return [`${name}: { ${entries.join(', ')} }`];
  });
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

function selection(schema: Schema, type: string, depth = 3): string {
  const fields = schema.types.get(type) ?? [];
  if (fields.length === 0 || depth === 0) return '';
  const inner = fields.map((field) => {
    const below = selection(schema, field.type.name, depth - 1);
    const leaf = (schema.types.get(field.type.name) ?? []).length === 0;
    return leaf || below !== '' ? `${field.name} ${below}` : '';
  });
  return `{ ${inner.join(' ')} }`;
}

/** The todos in a result, however it wraps them. */
export function todosIn(result: unknown): readonly Todo[] {
  if (Array.isArray(result)) return result.flatMap(todosIn);
  if (!isJson(result)) return [];
  if ('title' in result) return [asTodo(result)];
  return Object.values(result).flatMap(todosIn);
}

/** The one todo in a result, or a `Failure`. */
export function todoIn(result: unknown, what: string): Todo {
  const [todo] = todosIn(result);
  expect(todo !== undefined, `${what} answers ${JSON.stringify(result)}`);
  return todo;
}
