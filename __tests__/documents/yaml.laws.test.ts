import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import type { Order, Path } from '../../lib/documents/order.ts';
import { add, addItem, get, merge } from '../../lib/documents/yaml.ts';
import { someOf, testLaws, textsOf } from './laws.ts';

const scalars = ['1', '"ü: #"', "'it''s'", '~', '[a, {b: c}]', '{k: v, }', 'two words # tail', ''];
const blocks = [
  ['|', '\ttext', '', '\t # no comment'],
  ['>-', '\tfolded', '', ''],
  ['- 1', '- a: 1', '  b: 2'],
  ['\t- x # y', '\t-', '\t- - z'],
  ['&anchor', '\tin: here'],
];

type Lines = fc.Arbitrary<string[]>;

/** Texts in many layouts: `p`, `q` hold maps or nothing, `u` a list or nothing. */
const leaves: Lines = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...scalars)).map(single),
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...blocks)).map(nested),
  fc.tuple(fc.constant('u'), fc.constantFrom('[]', '[x, 1]', '', '# none')).map(single),
  fc.constantFrom<string[]>(
    ['u:', '- x', '', '# end'],
    ['u:', '\t- x # tail', '', '\t# 1', '\t- 1'],
  ),
);
const flows = ['{}', '{z: 1}', '{', '{z: 1,', '# later', ''];
const maps: Lines = fc.oneof(
  fc
    .tuple(fc.constantFrom('p', 'q'), fc.constantFrom(...flows))
    .map(single)
    .map(closed),
  fc.tuple(fc.constantFrom('p', 'q'), mapOf(leaves)).map(inside),
);
const roots = mapOf(fc.oneof(leaves, maps, fc.tuple(fc.constant('q'), mapOf(maps)).map(inside)));

function mapOf(member: Lines): Lines {
  const note = fc.constantFrom<string[]>([], [], ['# note: 1'], ['', '# apart'], ['']);
  const item = fc.tuple(note, member);
  const keyOf = ([, lines]: [string[], string[]]) => lines[0]?.split(':')[0];
  return fc
    .tuple(fc.uniqueArray(item, { selector: keyOf, maxLength: 4 }), note)
    .map(([items, end]) => [...items.flat(2), ...end]);
}

function single([key, value]: [string, string]): string[] {
  return [`${key}: ${value}`.trimEnd()];
}

function nested([key, [first = '', ...rest]]: [string, string[]]): string[] {
  return first.trimStart().startsWith('-')
    ? [`${key}:`, first, ...rest]
    : [`${key}: ${first}`, ...rest];
}

function inside([key, lines]: [string, string[]]): string[] {
  return [`${key}:`, ...lines.map((line) => (line === '' ? line : `\t${line}`))];
}

function closed(lines: string[]): string[] {
  return /\{$|,$/.test(lines[0] ?? '') ? [...lines, '\t# inner', '\ty: 1', '}'] : lines;
}

const ends = fc.constantFrom([], [], ['...'], ['---', 'a: 1', 'r: 2']);
const starts = fc.constantFrom([], [], ['# head'], ['---'], ['# head', '', '--- # here']);

const texts = fc
  .tuple(
    textsOf(fc.tuple(starts, roots, ends).map((parts) => parts.flat())),
    fc.constantFrom('  ', '    ', ' '),
  )
  .map(([text, unit]) => text.replaceAll('\t', unit))
  .filter((text) => parseAllDocuments(text, { merge: true })[0]?.errors.length !== 1);

const order = fc.constantFrom<Order>('name', ['c', 'z', 'p', 'e'], (name) => -name.charCodeAt(0));
const orders = fc.record({ '': order, '*': order, '*.*': order });

interface Asked {
  verb: 'add' | 'addItem' | 'merge';
  path: Path;
  value: unknown;
}

const asked: Asked[] = [
  { verb: 'add', path: ['a'], value: 'kept' },
  { verb: 'add', path: ['d'], value: 'lines\nof text\n' },
  { verb: 'add', path: ['z'], value: ['x', { y: [] }] },
  { verb: 'add', path: ['p', 'd'], value: '012' },
  { verb: 'add', path: ['p', 'z'], value: null },
  { verb: 'merge', path: ['p'], value: { e: 'yes', a: 1 } },
  { verb: 'merge', path: ['q'], value: { p: { e: 1.5, a: '#' }, d: {} } },
  { verb: 'addItem', path: ['u'], value: 'x' },
  { verb: 'addItem', path: ['u'], value: 'a: b' },
  { verb: 'addItem', path: ['u'], value: 1 },
];

test('YAML keeps the laws', () => {
  const some = fc
    .tuple(someOf(asked), orders)
    .map(([list, how]) => list.map((one) => ({ ...one, how })));
  testLaws(texts, some, {
    edit:
      ({ verb, path, value, how }) =>
      (text) => {
        if (verb === 'addItem') return addItem(text, path, value, { order: how });
        if (verb === 'add') return add(text, path, value, { order: how });
        return merge(text, { [String(path[0])]: value }, { order: how });
      },
    keeps: 'characters',
    runs: 80,
    also: (before, after, list) => {
      expect(others(after)).toEqual(others(before));
      for (const { verb, path, value } of list) {
        const old = get(before, path);
        if (verb === 'add') expect(get(after, path)).toEqual(old === undefined ? value : old);
        if (verb === 'addItem') expect(get(after, path)).toContainEqual(value);
      }
    },
  });
});

/** The documents after the first one. */
function others(text: string): unknown[] {
  const [, ...rest] = parseAllDocuments(text.replace('\uFEFF', ''));
  return rest.map((document) => document.toJS());
}
