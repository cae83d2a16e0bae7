import { expect } from '../failure.ts';
import { errorsOf, expectStatus, json } from '../http/answers.ts';
import { asJson, asList, isJson, type Json } from '../json.ts';
import type { Running } from '../types.ts';

/** A type as introspection tells it, without its wrappings. */
export interface TypeName {
  readonly kind: string;
  readonly name: string;
}

/** A field of a type, or an argument of a field. */
export interface Field {
  readonly name: string;
  readonly type: TypeName;
  readonly args: readonly Field[];
}

/** The fields of each type (for an input, its values), by the type's name. */
export interface Schema {
  readonly query: string;
  readonly mutation: string;
  readonly types: ReadonlyMap<string, readonly Field[]>;
}

const TYPE = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
const INTROSPECTION = `{ __schema { queryType { name } mutationType { name } types { name
  fields { name type { ${TYPE} } args { name type { ${TYPE} } } }
  inputFields { name type { ${TYPE} } } } } }`;

/** The data that a query answers; `Failure` with its errors where it has some. */
export async function ask(web: Running, query: string, variables: Json = {}): Promise<Json> {
  const answer = await web.ask('POST /graphql', { body: { query, variables } });
  expectStatus(answer, 200);
  const errors = errorsOf(answer);
  expect(errors.length === 0, `${query.replace(/\s+/g, ' ').slice(0, 100)}: ${errors.join('; ')}`);
  return asJson(json(answer).data, 'data');
}

/** Reads the schema by introspection. */
export async function introspect(web: Running): Promise<Schema> {
  const schema = asJson((await ask(web, INTROSPECTION)).__schema, '__schema');
  const types = asList(schema.types, 'types').map((type): [string, readonly Field[]] => [
    String(type.name),
    fieldsOf(type.fields ?? type.inputFields),
  ]);
  const nameOf = (type: unknown) => (isJson(type) ? String(type.name) : '');
  return {
    query: nameOf(schema.queryType),
    mutation: nameOf(schema.mutationType),
    types: new Map(types),
  };
}

function fieldsOf(value: unknown): readonly Field[] {
  if (!Array.isArray(value)) return [];
  return asList(value, 'fields').map((field) => ({
    name: String(field.name),
    type: unwrapped(field.type),
    args: fieldsOf(field.args),
  }));
}

function unwrapped(type: unknown): TypeName {
  const { kind, name, ofType } = asJson(type, 'type');
  if (isJson(ofType)) return unwrapped(ofType);
  return { kind: String(kind), name: String(name) };
}

/** The field of the query or mutation type, or a `Failure` that it is missing. */
export function fieldOf(schema: Schema, type: string, name: string): Field {
  const fields = schema.types.get(type) ?? [];
  const field = fields.find((candidate) => candidate.name === name);
  expect(field !== undefined, `${type || 'the schema'} has no field ${name}`);
  return field;
}
