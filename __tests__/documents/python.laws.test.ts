import fc from 'fast-check';
import {
  addAfter,
  addBefore,
  addImport,
  addToList,
  findAll,
  items,
  load,
  parse,
} from '../../lib/documents/python.ts';
import { someOf, testLaws, textsOf } from './laws.ts';

beforeAll(load);

const imports = [
  'import os',
  'import sys, json # ü',
  'from flask import (\n\tFlask,\n\tg,\n)',
  'from . import views',
  'from shop.models import A as B',
  'import zlib',
];
const bodies = [
  'app = Flask(__name__) # 😀',
  'async def main():\n\t"""Doc."""\n\tawait app.run(80)',
  'if x:\n\tapp.run(81)\n\t# last',
  'LIST = [\'a\', "b"]',
  'LIST: list[str] = [\n\t"a", # first\n\n\t# second\n\t"b"\n]',
  'LIST = [ # none\n]',
  'LIST += ["c"]',
  "text = '''\n# no comment\nimport x\n'''",
  'class A:\n\tb = "c"',
  'run("ü"); run(2)',
];
const heads = fc.constantFrom<string[]>(
  [],
  [],
  ['# head'],
  ['"""Doc."""'],
  ['"""', 'Doc.', '"""', ''],
  ['#!python', ''],
);
const notes = fc.constantFrom<string[]>([], [], [''], ['# note'], ['', '# apart', ''], ['', '']);
const future = fc.constantFrom<string[]>(
  [],
  [],
  ['from __future__ import annotations'],
  ['from __future__ import annotations', ''],
);

function spread(lines: readonly string[]): fc.Arbitrary<string[]> {
  return fc
    .shuffledSubarray([...lines])
    .chain((list) =>
      fc.tuple(...list.map((line) => notes.map((above) => [...above, ...line.split('\n')]))),
    )
    .map((list) => list.flat());
}

const texts = fc
  .tuple(
    textsOf(fc.tuple(heads, future, spread(imports), spread(bodies)).map((parts) => parts.flat())),
    fc.constantFrom('\t', '  ', '    '),
  )
  .map(([text, unit]) => text.replaceAll('\t', unit));

const first = ['env', 'tracing'];
const own = ['shop'];
const lines = ['health(app)', 'docs(\n    app,\n    path="x",\n)', 'app.on("stop")'];
const added = ['"h"', '"d"', 'path("x", y)'];
const statements = [
  'import env',
  'import tracing',
  'import signal',
  'from shop.health import health',
  'from .docs import docs as d, on',
  'import django',
  'from os import environ',
];
type Ask = (text: string) => string | undefined;
const asks: Ask[] = [
  ...statements.map(
    (statement): Ask =>
      (text) =>
        addImport(text, { statement, first, own }),
  ),
  ...lines.map(
    (line): Ask =>
      (text) =>
        addAfter(text, { line, among: lines, place: { declares: ['flask.Flask', 'Flask'] } }),
  ),
  ...added.map(
    (item): Ask =>
      (text) =>
        addToList(text, { name: 'LIST', item, among: added }),
  ),
  (text) => addToList(text, { name: 'LIST', item: '"after"', after: "'a'" }),
  (text) => addToList(text, { name: 'LIST', item: '"c"', at: 'start' }),
  (text) => addBefore(text, { line: 'if a:\n    last("x")', place: { calls: ['*.run'] } }),
];

test('Python keeps the laws', () => {
  testLaws(texts, someOf(asks.map((_, at) => at)), {
    edit: (at) => (text) => asks[at]?.(text) ?? text,
    keeps: 'characters',
    runs: 120,
    also: (before, after, list) => {
      const made = list.filter((at) => asks[at]?.(before) !== undefined);
      for (const at of made) expect(asks[at]?.(after)).toBe(after);
      const [old, now] = [statementsOf(before), statementsOf(after)];
      expect(now.filter((one) => old.includes(one))).toEqual(old);
      expect(calls(after)).toEqual(calls(before));
      const present = items(after, { name: 'LIST' }) ?? [];
      expect(present).toEqual(expect.arrayContaining(items(before, { name: 'LIST' }) ?? []));
      if (made.length === 0) expect(after).toBe(before);
    },
  });
});

/** The statements at a file's top, but those with a block or a list, into which one may have gone. */
function statementsOf(text: string): string[] {
  const module = parse(text);
  return module.statements
    .filter(({ type }) => type !== 'if_statement' && !type.startsWith('function'))
    .map(({ start, end }) => module.text.slice(start, end))
    .filter((one) => !one.startsWith('LIST'));
}

function calls(text: string): (string | undefined)[] {
  return findAll(text, { query: { calls: ['*.run', 'flask.Flask'] } }).map(({ call }) => call);
}
