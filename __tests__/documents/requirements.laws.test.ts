import fc from 'fast-check';
import { add, includes, names } from '../../lib/documents/requirements.ts';
import { someOf, testLaws, textsOf } from './laws.ts';

const theirs = [
  'Flask==3.1 # web',
  'celery[redis]>=5 ; python_version > "3"',
  '\tredis',
  'uvloop==1 \\\n    --global-option="x"',
  'a.b_c',
  '# words',
  '    # via flask',
  '-r base.txt',
  '-e git+https://example.com/x.git#egg=x_y',
  './path',
  'zope @ https://example.com/z.zip',
  '# django\\',
  '',
  '\\',
];
const asked = [
  'flask>=3',
  'A-B-C',
  'alembic',
  'gunicorn>=23',
  'Mako',
  'x-y',
  'zstandard',
  'redis~=6',
];
const wordOf = (line: string) => /^[\w.-]+/.exec(line)?.[0].toLowerCase().replaceAll(/[._]/g, '-');

test('requirements keep the laws', () => {
  const texts = textsOf(fc.shuffledSubarray(theirs).map((lines) => [...lines, '', '']));
  testLaws(texts, someOf(asked), {
    edit: (requirement) => (text) => add(text, requirement),
    keeps: 'lines',
    runs: 500,
    also: (before, after, list) => {
      const expected = new Set([...names(before), ...list.map(wordOf)]);
      expect(new Set(names(after))).toEqual(expected);
      expect(names(after)).toHaveLength(expected.size);
      expect(includes(after)).toEqual(includes(before));
    },
  });
});

test('a sorted file stays sorted', () => {
  const sorted = fc.subarray(['alpha', 'beta>=2', 'delta', 'kappa', 'omega']);
  fc.assert(
    fc.property(sorted, someOf(['Aa', 'b', 'eta', 'zeta']), (lines, list) => {
      const after = list.reduce(add, `${lines.join('\n')}\n`);
      expect(names(after)).toEqual(names(after).toSorted());
    }),
  );
});
