import { operation, todosIn } from '../../lib/audit/graphql/operation.ts';
import type { Field, Schema } from '../../lib/audit/graphql/schema.ts';

const text = (name: string): Field => ({
  name,
  type: { kind: 'SCALAR', name: 'String' },
  args: [],
});
const todo = { kind: 'OBJECT', name: 'Todo' };
const flat: Field = { name: 'createTodo', type: todo, args: [text('title')] };
const wrapped: Field = {
  name: 'updateTodo',
  type: { kind: 'OBJECT', name: 'Payload' },
  args: [text('id'), { ...text('input'), type: { kind: 'INPUT_OBJECT', name: 'Changes' } }],
};
const schema: Schema = {
  query: 'Query',
  mutation: 'Mutation',
  types: new Map([
    ['Mutation', [flat, wrapped]],
    ['Todo', [text('id'), text('title')]],
    ['Payload', [{ ...text('todo'), type: todo }]],
    ['Changes', [text('title')]],
  ]),
};

test('arguments are given as the schema has them, flat or wrapped', () => {
  const squeezed = (query: string) => query.replace(/\s+/g, ' ');
  expect(squeezed(operation(schema, flat, { title: 'a"b' }))).toBe(
    'mutation { createTodo(title: "a\\"b") { id title } }',
  );
  expect(squeezed(operation(schema, wrapped, { id: '1', title: 'x' }))).toBe(
    'mutation { updateTodo(id: "1", input: { title: "x" }) { todo { id title } } }',
  );
});

test('todos are found however they are wrapped', () => {
  const one = { id: 'b2a3c1de-0000-4000-8000-000000000001', title: 'x', done: false };
  const whole = { ...one, createdAt: '2026-01-02T03:04:05.000Z' };
  expect(todosIn({ todos: { items: [whole], total: 1 } })).toEqual([whole]);
  expect(todosIn({ todos: [whole, whole] })).toHaveLength(2);
  expect(todosIn({ todo: null })).toEqual([]);
  expect(() => todosIn({ todo: one })).toThrow(/createdAt/);
});
