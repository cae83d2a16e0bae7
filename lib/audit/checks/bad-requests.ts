import { UNKNOWN_ID } from '../todos.ts';

/** Bodies that are no JSON. */
export const BROKEN_BODIES: readonly string[] = [
  '{"title":',
  '{title: "x"}',
  '{"title":"x"}}',
  "{'title':'x'}",
];

/** Bodies of a new todo that are JSON, but invalid. */
export const BAD_BODIES: readonly unknown[] = [
  {},
  { title: '' },
  { title: 'x'.repeat(201) },
  { title: '🦊'.repeat(201) },
  { title: 5 },
  { title: null },
  { title: ['x'] },
  { title: 'x', done: 'true' },
  { title: 'x', done: 1 },
  { title: 'x', done: null },
  '[]',
  'null',
  '"x"',
  '5',
];

/** Bodies of a change that are JSON, but invalid. */
export const BAD_CHANGES: readonly unknown[] = [
  { title: '' },
  { title: null },
  { title: 5 },
  { title: 'x'.repeat(201) },
  { done: 'false' },
  { done: 0 },
  { title: 'Fine', done: 'no' },
  '[]',
  'null',
];

/** Queries of the list that are invalid. */
export const BAD_QUERIES: readonly string[] = [
  'limit=0',
  'limit=101',
  'limit=-1',
  'limit=abc',
  'limit=1.5',
  'limit=1e1',
  'limit=',
  'offset=-1',
  'offset=abc',
  'offset=1.5',
];

/** Ids that no todo has, well-formed or not. */
export const BAD_IDS: readonly string[] = [
  UNKNOWN_ID,
  '1',
  'abc',
  '%00',
  "'%20OR%201=1",
  '%F0%9F%A6%8A',
  `${UNKNOWN_ID}0`,
  'x'.repeat(300),
];

/** Bodies that broke programs before: none may end in 5xx. */
export const NASTY_BODIES: readonly (string | Buffer)[] = [
  '{"title":"nul \\u0000 inside"}',
  '{"title":"half \\ud800 pair"}',
  '{"title":{"$gt":""}}',
  `{"title":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  '{"constructor":{"prototype":{"done":true}},"title":"x"}',
  '{"title":"twice","title":"again"}',
  '{"title":1e400}',
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  '',
];
