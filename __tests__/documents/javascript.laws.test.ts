import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { addAfter, addBefore, addImport, findAll } from '../../lib/documents/javascript.ts';
import { someOf, testLaws, textsOf } from './laws.ts';

const path = 'app.js';
const imports = {
  esm: [
    "import a from 'a';",
    "import { b as c } from './b' // ü",
    'import "z"',
    "import * as m from 'm';",
  ],
  cjs: [
    "const a = require('a');",
    "const { b: c } = require('./b') // ü",
    'require("z")',
    "var m = require('m').m;",
  ],
};
const bodies = [
  'const app = express();',
  'const app = express() // 😀',
  'async function main() {\n\tawait app.listen(80);\n}',
  'app.listen(81, () => {\n\tdone();\n});',
  'app.listen(82)',
  "let text = `\n// no comment\nimport x from 'x'`;",
  '/* words */ run("ü");',
  "class A {\n\tb = 'c';\n}",
];
const heads = fc.constantFrom<string[]>(
  [],
  [],
  ['// head'],
  ['/**', ' * head', ' */', ''],
  ["'use strict';"],
  ['#!node', ''],
);
const notes = fc.constantFrom<string[]>(
  [],
  [],
  [''],
  ['// note'],
  ['/* note */'],
  ['', '// apart', ''],
);

function spread(lines: readonly string[]): fc.Arbitrary<string[]> {
  const some = fc
    .shuffledSubarray([...lines])
    .chain((list) =>
      fc.tuple(...list.map((line) => notes.map((above) => [...above, ...line.split('\n')]))),
    );
  return some.map((list) => list.flat());
}

const texts = fc
  .constantFrom('esm', 'cjs')
  .chain((kind) =>
    fc
      .tuple(
        textsOf(
          fc.tuple(heads, spread(imports[kind]), spread(bodies)).map((parts) => parts.flat()),
        ),
        fc.constantFrom('\t', '  ', '    '),
      )
      .map(([text, unit]) => text.replaceAll('\t', unit)),
  );

const first = ['./env.js', './tracing.js'];
const among = ['health(app);', 'docs(app, {\n  path: "x",\n});', "on('stop');"];
const statements = [
  "import './env.js';",
  "import './tracing.js';",
  "import { health } from './health.js';",
  "import docs, { on } from 'docs';",
  "import * as fs from 'node:fs';",
];
type Ask = (text: string) => string | undefined;
const asks: Ask[] = [
  ...statements.map(
    (statement): Ask =>
      (text) =>
        addImport(text, { path, statement, first, module: 'esm' }),
  ),
  ...among.map(
    (line): Ask =>
      (text) =>
        addAfter(text, { path, line, among, place: { declares: ['express'] } }),
  ),
  (text) => addBefore(text, { path, line: 'last();', place: { calls: ['*.listen'] } }),
];

test('JavaScript keeps the laws', () => {
  const some = someOf(asks.map((_, at) => at));
  testLaws(texts, some, {
    edit: (at) => (text) => asks[at]?.(text) ?? text,
    keeps: 'lines',
    runs: 150,
    also: (before, after, list) => {
      const made = list.filter((at) => asks[at]?.(before) !== undefined);
      for (const at of made) expect(asks[at]?.(after)).toBe(after);
      const [old, now] = [statementsOf(before), statementsOf(after)];
      expect(now.filter((one) => old.includes(one))).toEqual(old);
      expect(calls(after)).toEqual(calls(before));
      if (made.length === 0) expect(after).toBe(before);
    },
  });
});

/** The statements at a file's top, but those with a block, into which one may have gone. */
function statementsOf(text: string): string[] {
  const body = text.replace('\uFEFF', '');
  const result = parseSync('app.jsx', body);
  expect(result.errors).toEqual([]);
  return result.program.body
    .filter(({ type }) => type !== 'FunctionDeclaration')
    .map(({ start, end }) => body.slice(start, end));
}

function calls(text: string): (string | undefined)[] {
  return findAll(text, { path, query: { calls: ['*.listen', 'express'] } }).map(({ call }) => call);
}
