import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getIntrospectionQuery } from 'graphql';
import { startApp } from '../support/app.ts';
import { ask, codesOf } from '../support/graphql.ts';

const app = await startApp();
after(() => app[Symbol.asyncDispose]());
await ask(app, '{ __typename }');

const aliased = (count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: todos { total }`).join(' ')} }`;
const deep = (levels: number) => `{ __type(name: "Todo") ${nested(levels - 2)} }`;
const nested = (levels: number): string =>
  levels === 0 ? '{ name }' : `{ ofType ${nested(levels - 1)} }`;

test('as many aliases and levels as allowed are answered', async () => {
  assert.equal((await ask(app, aliased(15))).errors, undefined);
  assert.equal((await ask(app, deep(15))).errors, undefined);
  assert.equal((await ask(app, getIntrospectionQuery())).errors, undefined);
});

test('one more is refused', async () => {
  assert.deepEqual(codesOf(await ask(app, aliased(16))), ['GRAPHQL_VALIDATION_FAILED']);
  assert.deepEqual(codesOf(await ask(app, deep(16))), ['GRAPHQL_VALIDATION_FAILED']);
});

test('levels in fragments count, and fragments in a circle end', async () => {
  const fragments = `fragment A on __Type ${nested(8).replace('name', 'ofType { ...B }')}
    fragment B on __Type ${nested(8)}`;
  const answer = await ask(app, `{ __type(name: "Todo") { ...A } } ${fragments}`);
  assert.deepEqual(codesOf(answer), ['GRAPHQL_VALIDATION_FAILED']);
  const circle = 'fragment A on Todo { ...B } fragment B on Todo { id ...A }';
  const circular = await ask(app, `{ todo(id: "x") { ...A ... on Todo { id } } } ${circle}`);
  assert.deepEqual(codesOf(circular), ['GRAPHQL_VALIDATION_FAILED']);
});

for (const [name, document] of [
  ['2,000 aliases', aliased(2000)],
  ['10,000 braces', '{ a '.repeat(10_000)],
  ['8,000 times the same field', `{ ${'__typename '.repeat(8000)} }`],
] as const) {
  test(`${name} are refused before they cost anything`, async () => {
    const start = performance.now();
    assert.deepEqual(codesOf(await ask(app, document)), ['GRAPHQL_PARSE_FAILED']);
    assert.ok(performance.now() - start < 500);
  });
}
