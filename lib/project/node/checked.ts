import { callee } from './code/calls.ts';
import type { Code } from './code/code.ts';
import { isEnvironment } from './code/environment.ts';
import { defaultOf, schemaOf } from './code/schema.ts';
import {
  bare,
  child,
  children,
  literal,
  type Node,
  nameOf,
  placeOf,
  type Source,
  valueIn,
} from './code/syntax.ts';
import type { Read } from './reads.ts';

/** The names of a schema that `process.env` is checked against. */
export function fromSchema(code: Code, source: Source, node: Node): readonly Read[] {
  const all = children(node, 'arguments');
  const name = callee(node);
  const checks = all.some((each) => isEnvironment(source, each)) || environmentIn(source, all);
  const joi = valueIn(all[0], 'validationSchema');
  if (!joi && name !== 'convict' && name !== 'createEnv' && !checks) return [];
  const parts = ['server', 'client', 'shared'].flatMap((key) => valueIn(all[0], key) ?? []);
  const schemas = name === 'createEnv' && parts.length > 0 ? parts : [joi ?? node];
  return schemas.flatMap((each) => {
    const schema = schemaOf(code, { source, node: each, path: [] });
    return schema ? entriesOf(schema.source, schema.node, name === 'convict') : [];
  });
}

const environmentIn = (source: Source, all: readonly Node[]): boolean =>
  ['runtimeEnv', 'runtimeEnvStrict', 'env'].some((key) =>
    isEnvironment(source, valueIn(all[0], key)),
  );

/** What lets a validator do without its variable: an empty one is no such case. */
const sparing = /\b(?:optional|nullish|default|catch|prefault)\b/;

/** Convict nests, and names the variable in `env`; the others have a key a variable. */
function entriesOf(source: Source, object: Node, nested: boolean): readonly Read[] {
  return children(object, 'properties').flatMap((property): readonly Read[] => {
    const name = nameOf(child(property, 'key'));
    const value = bare(child(property, 'value'));
    if (name === undefined || !value) return [];
    const spared = source.text.slice(value.start, value.end).search(sparing) >= 0;
    const found = { name, at: placeOf(source, property), value: defaultOf(value), spared };
    if (!nested) return [found];
    const env = literal(valueIn(value, 'env'));
    if (typeof env !== 'string') return entriesOf(source, value, true);
    return [
      {
        name: env,
        at: placeOf(source, property),
        value: literal(valueIn(value, 'default')) ?? undefined,
      },
    ];
  });
}
