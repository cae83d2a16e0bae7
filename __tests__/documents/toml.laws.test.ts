import fc from 'fast-check';
import { parse } from 'smol-toml';
import type { Order } from '../../lib/documents/order.ts';
import { add, append, get } from '../../lib/documents/toml.ts';
import { someOf, testLaws, textsOf } from './laws.ts';

const scalars = ['1', '"ü: #"', "'lit[eral]'", '1979-05-27T07:32:00Z', 'true', '[1, {b = 2}]'];
const lists = ['[]', '[ ]', '["m"]', '["b", "y", ]', '[', '[ # open'];
const tables = ['{}', '{ z = 1 }', '{a.x = 1, "b c" = [1]}', '{u = ["x"]}'];

const pair = (keys: string[], values: string[]) =>
  fc
    .tuple(
      fc.constantFrom(...keys),
      fc.constantFrom('=', ' = ', '  =  '),
      fc.constantFrom(...values),
    )
    .map(([key, equals, value]) => closed(key + equals + value));

/** Entries in many layouts: `p`, `q` hold tables, `u` a list, the other keys scalars. */
const entries = fc.oneof(
  pair(['a', '"c d"', 'c'], scalars),
  pair(['u'], lists),
  pair(['p', 'q', 'p.q'], tables),
  pair(['q.a', 'q.r.s', 'p.c'], scalars),
  fc.constant<string[]>(['text = """', '[p]', '# no comment', '"""']),
);
const notes = fc.constantFrom<string[]>([], [], [''], ['# note'], ['', '# apart', '']);
const headers = fc.constantFrom(
  '[p]',
  '[q]',
  '[p.q]',
  '[ p . r ] # words',
  '[["list"]]',
  '[z."é"]',
);

const body = fc
  .uniqueArray(fc.tuple(notes, entries), { maxLength: 4, selector: ([, lines]) => keyOf(lines) })
  .map((items) => items.flat(2));
const blocks = fc
  .tuple(notes, headers, body, fc.constantFrom('', '\t'))
  .map(([above, header, lines, indent]) => [
    ...above,
    header,
    ...lines.map((line) => indent + line),
  ]);
const texts = textsOf(
  fc
    .tuple(body, fc.uniqueArray(blocks, { maxLength: 4, selector: headerOf }), notes)
    .map(([root, list, end]) => [...root, ...list.flat(), ...end]),
).filter(isValid);

function closed(line: string): string[] {
  return /\[( # open)?$/.test(line) ? [line, '  "k", # k', '', '  # n', '  "n"', ']'] : [line];
}

function keyOf(lines: string[]): string {
  return lines[0]?.split('=')[0]?.trim() ?? '';
}

function headerOf(lines: string[]): string | undefined {
  return lines.find((line) => line.startsWith('[') && line !== '[["list"]]');
}

function isValid(text: string): boolean {
  try {
    parse(text.replace('\uFEFF', ''));
    return true;
  } catch {
    return false;
  }
}

const keys: [path: string[], value: unknown][] = [
  [['a'], 'kept'],
  [['b'], 'two\nlines "ü"'],
  [
    ['z', 'é', 'n'],
    [1, 2],
  ],
  [['p', 'b'], 2.5],
  [['p', 'q', 'b'], false],
  [['p', 'x'], { deep: { er: 1 } }],
  [['q', 'r', 't'], []],
  [
    ['new', 'table'],
    ['one', 'two'],
  ],
];
const items: [path: string[], value: string][] = [
  [['u'], 'l'],
  [['u'], 'y'],
  [['u'], 'A'],
  [['p', 'u'], 'x'],
  [['p', 'u'], 'b>1'],
];
const orders = fc.constantFrom<Order>('name', ['p', 'q', 'a', 'b']);

interface Asked {
  path: string[];
  value: unknown;
  order: Order;
  isItem: boolean;
}

const asked: fc.Arbitrary<Asked[]> = fc
  .tuple(someOf(keys), someOf(items), orders)
  .map(([some, more, order]) => [
    ...some.map(([path, value]) => ({ path, value, order, isItem: false })),
    ...more.map(([path, value]) => ({ path, value, order, isItem: true })),
  ])
  .map((list) =>
    list.filter(({ path }, at) => list.findIndex(isSame(path)) === at || path.at(-1) === 'u'),
  );

const isSame = (path: string[]) => (one: Asked) => one.path.join() === path.join();

test('TOML keeps the laws', () => {
  testLaws(texts, asked, {
    edit:
      ({ path, value, order, isItem }) =>
      (text) => {
        if (clashes(text, path)) return text;
        const how = { order: { '': order, '*': order } };
        return isItem ? append(text, path, String(value), how) : add(text, path, value, how);
      },
    keeps: 'characters',
    runs: 200,
    also: (before, after, list) => {
      const values = (text: string) =>
        JSON.parse(JSON.stringify(parse(text.replace('\uFEFF', ''))));
      const expected = list
        .filter(({ path }) => !clashes(before, path))
        .reduce(put, values(before));
      expect(sorted(values(after))).toEqual(sorted(expected));
    },
  });
});

/** Does a value stand on the way that can hold no key? */
function clashes(text: string, path: string[]): boolean {
  return path.slice(0, -1).some((_, at) => {
    const value = get(text, path.slice(0, at + 1));
    return value !== undefined && (typeof value !== 'object' || Array.isArray(value));
  });
}

type Values = Readonly<Record<string, unknown>>;

function put(old: Values, { path: [key = '', ...rest], ...asked }: Asked): Values {
  const has = Object.hasOwn(old, key);
  if (rest.length > 0) {
    return { ...old, [key]: put((has ? old[key] : {}) as Values, { ...asked, path: rest }) };
  }
  if (!asked.isItem) return has ? old : { ...old, [key]: asked.value };
  const list = (old[key] ?? []) as unknown[];
  return { ...old, [key]: list.includes(asked.value) ? list : [...list, asked.value] };
}

/** The same values, the lists below `u` in one order. */
function sorted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return key === 'u' ? value.toSorted() : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, sorted(one, name)]));
}
