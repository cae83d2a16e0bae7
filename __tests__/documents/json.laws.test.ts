import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { add, addItem, get, remove, set } from '../../lib/documents/json.ts';
import type { Order, Orders, Path } from '../../lib/documents/order.ts';
import { someOf, testLaws, textsOf } from './laws.ts';

const comments = fc.constantFrom('', '', '', ' // words, "b": 1', ' /* { a, b } */');
const scalars = fc.constantFrom('1', '"ü, {"', 'null', '"// no"', '[ ]', '{}', '[1, 2]');

/** Texts in many layouts: `p`, `q` hold objects, `u`, `v` lists, the other keys scalars. */
const boxes = boxed('{', '}', members(boxed('{', '}', members(fc.constant(['{}'])))));

function members(inner: fc.Arbitrary<string[]>): fc.Arbitrary<string[]> {
  const pair = (key: string, value: string[]) => [`"${key}": ${value[0]}`, ...value.slice(1)];
  const lists = boxed(
    '[',
    ']',
    scalars.map((scalar) => [scalar]),
  );
  return fc.oneof(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), scalars).map(([key, value]) => pair(key, [value])),
    fc.tuple(fc.constantFrom('p', 'q'), inner).map(([key, value]) => pair(key, value)),
    fc.tuple(fc.constantFrom('u', 'v'), lists).map(([key, value]) => pair(key, value)),
  );
}

function boxed(open: string, close: string, member: fc.Arbitrary<string[]>) {
  const item = fc.record({ lines: member, above: comments, behind: comments, blank: fc.boolean() });
  const items = fc.uniqueArray(item, {
    maxLength: 4,
    selector: ({ lines }) => (open === '{' ? lines[0]?.split(':')[0] : lines.join()),
  });
  const spread = ({ above, behind, blank, lines }: Item, comma: string): string[] => {
    const body = lines.with(-1, lines.at(-1) + comma + behind);
    return [...(blank ? [''] : []), ...(above ? [above.trim()] : []), ...body].map(indented);
  };
  const inline = fc.tuple(items, fc.constantFrom(' ', '')).map(([list, pad]) => {
    const all = list.map(({ lines }) =>
      lines.map((line) => line.replace(/\s?\/\/ words.*$/, '')).join(' '),
    );
    return [`${open}${pad}${all.join(`,${pad}`)}${pad}${close}`];
  });
  const block = fc
    .tuple(items, fc.constantFrom(',', ''), comments)
    .map(([list, last, end]) => [
      open,
      ...list.flatMap((one, at) => spread(one, at < list.length - 1 ? ',' : last)),
      ...(end ? [indented(end.trim())] : []),
      close,
    ]);
  return fc.oneof(block, inline);
}

interface Item {
  lines: string[];
  above: string;
  behind: string;
  blank: boolean;
}

const indented = (line: string) => (line === '' ? line : `\t${line}`);

const texts = fc
  .tuple(textsOf(boxes), fc.constantFrom('\t', '  ', '    '))
  .map(([text, unit]) => text.replaceAll('\t', unit));

const order = fc.constantFrom<Order>('name', ['c', 'z', 'p', 'e'], (name) => -name.charCodeAt(0));
const orders: fc.Arbitrary<Orders> = fc.record({ '': order, '*': order, '*.*': order });

const paths: Path[] = [['a'], ['d'], ['e'], ['z'], ['p', 'a'], ['p', 'z'], ['p', 'q', 'd']];
const items = ['x', 'ü, {', 1, null];

test('JSON keeps the laws', () => {
  const some = fc
    .tuple(someOf(paths), someOf(items), orders)
    .map(([keys, values, how]) => [
      ...keys.map((path) => ({ path, value: { path } as unknown, how, isItem: false })),
      ...values.map((value) => ({ path: ['u'] as Path, value, how, isItem: true })),
    ]);
  testLaws(texts, some, {
    edit:
      ({ path, value, how, isItem }) =>
      (text) =>
        (isItem ? addItem : add)(text, path, value, { order: how }),
    keeps: 'characters',
    runs: 150,
    also: (before, after, asked) => {
      const expected = asked.reduce(
        (old, one) => put(old, one),
        parse(before.replace('\uFEFF', '')),
      );
      expect(sortedLists(parse(after.replace('\uFEFF', '')))).toEqual(sortedLists(expected));
    },
  });
});

test('what was added can be removed, what was set can be read', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...paths), (text, path) => {
      const changed = set(text, path, ['new']);
      expect(get(changed, path)).toEqual(['new']);
      expect(get(remove(changed, path), path)).toBeUndefined();
      if (get(text, path.slice(0, -1)) === undefined || get(text, path) !== undefined) return;
      const old = parse(text.replace('\uFEFF', ''));
      expect(parse(remove(changed, path).replace('\uFEFF', ''))).toEqual(old);
    }),
    { numRuns: 200 },
  );
});

function put(
  old: Values,
  { path, value, isItem }: { path: Path; value: unknown; isItem: boolean },
): Values {
  const [key, ...rest] = path as string[];
  if (key === undefined) return old;
  const [below, has] = [old[key], Object.hasOwn(old, key)];
  if (rest.length > 0) {
    return { ...old, [key]: put(has ? (below as Values) : {}, { path: rest, value, isItem }) };
  }
  if (!isItem) return has ? old : { ...old, [key]: value };
  const list = Array.isArray(below) ? below : [];
  return { ...old, [key]: list.includes(value) ? list : [...list, value] };
}

type Values = Readonly<Record<string, unknown>>;

function sortedLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(item)).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sortedLists(item)]));
}
