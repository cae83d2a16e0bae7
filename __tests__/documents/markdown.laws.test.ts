import fc from 'fast-check';
import { addItem, addRow, addSection, section } from '../../lib/documents/markdown.ts';
import { someOf, testLaws, textsOf } from './laws.ts';

const order = ['Start', 'Configuration', 'Processes', 'License'];

const theirs = [
  '# Title\n',
  '## Mine\n\ntext',
  '## 🚀 processes\ntext  ',
  'License\n-------\nMIT\n',
  'words\nmore',
  '```\n## Start\n```',
  '<!--\n## Configuration\n-->\n',
  '- a\n\n  b',
  '### Deep\n',
  '> quote\n## Quoted not',
  '',
  '\n',
];

const headings = [...order, 'Unlisted', 'Another'];

test('sections keep the laws', () => {
  testLaws(textsOf(fc.shuffledSubarray(theirs)), someOf(headings), {
    edit: (heading) => (text) => addSection(text, { heading, body: `about ${heading}` }, { order }),
    keeps: 'lines',
    runs: 20,
    also: (before, after, asked) => {
      for (const heading of headings) {
        const old = section(before, heading);
        const now = old ?? (asked.includes(heading) ? `about ${heading}` : undefined);
        expect(section(after, heading)).toBe(now);
      }
    },
  });
});

const rows = ['| `A` | x \\| y |', '| c | ü |', '| Z |', '| m | n | o |', 'lazy'];
const around = ['words', '', '- b', '| not | a table |'];

const tables = fc
  .tuple(fc.subarray(around), fc.shuffledSubarray(rows))
  .map(([above, list]) => [
    '# T',
    '## S',
    ...above,
    '',
    '| Key | Word |',
    '| --- | ---- |',
    ...list,
  ]);

test('rows keep the laws', () => {
  const cells = ['B', '`D`', 'A', 'Z', '**q**', 'y|z'].map((key) => [key, `the ${key}`]);
  for (const ranks of ['name', ['Z', 'q', 'D'], undefined] as const) {
    testLaws(textsOf(tables), someOf(cells), {
      edit: (row) => (text) =>
        addRow(text, { heading: 's', cells: row }, ranks === undefined ? {} : { order: ranks }),
      keeps: 'lines',
      runs: 20,
    });
  }
});

test('items keep the laws', () => {
  const bullets = ['- b', '- [d](x)\n  more', '- ü\n\n  para', '* other', '- z'];
  const lists = fc
    .shuffledSubarray(bullets, { minLength: 1 })
    .map((list) => ['## S', 'words', '', ...list, '', 'after']);
  testLaws(textsOf(lists), someOf(['a', '[c](y)', '**e**', 'z', 'b']), {
    edit: (item) => (text) => addItem(text, { heading: 'S', item }),
    keeps: 'lines',
    runs: 20,
  });
});
