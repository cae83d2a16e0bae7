import { valuesOf } from './options.ts';
import type { Option } from './types.ts';

/** A JSON Schema of what `--answers` takes, for editors and for programs that drive the tool. */
export const answersSchema = (options: readonly Option[]): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Answers for generator-imagine',
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(options.map((option) => [option.name, schemaOf(option)])),
});

function schemaOf(option: Option): object {
  const { about: description, kind } = option;
  if (kind === 'number') return { description, type: 'integer', minimum: 1, maximum: 65_535 };
  if (kind === 'text') return { description, type: 'string', ...named(option) };
  const values = { enum: valuesOf(option) };
  if (kind === 'one') return { description, ...values };
  return { description, type: 'array', items: values, uniqueItems: true };
}

const named = ({ name }: Option): object =>
  name === 'name' ? { pattern: '^[a-z][a-z0-9-]*$', maxLength: 64 } : {};
