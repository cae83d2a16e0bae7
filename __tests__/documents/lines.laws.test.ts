import fc from 'fast-check';
import { addLines } from '../../lib/documents/lines.ts';
import { someOf, testLaws, textsOf } from './laws.ts';

const headings = ['Dependencies', 'Build', 'Environment', 'Tools', 'Editors'];

const theirs = [
  '/node_modules',
  'dist/',
  '*.log',
  '!keep.log',
  '.env.*',
  '!.env.example',
  '# Build',
  '# Environment',
  '# words',
  'ü/',
  '',
  '',
];

const calls: [patterns: string[], heading?: string][] = [
  [['node_modules/'], 'Dependencies'],
  [['.venv/', 'vendor'], 'Dependencies'],
  [['dist'], 'Build'],
  [['coverage/', '*.map', 'a.out'], 'Build'],
  [['.env', '.env.*', '!.env.example'], 'Environment'],
  [['!always'], 'Environment'],
  [['x'], 'Tools'],
  [['y'], 'Editors'],
  [['loose']],
  [['again', '!loose']],
];

test('ignore files keep the laws', () => {
  testLaws(textsOf(fc.shuffledSubarray(theirs)), someOf(calls), {
    edit:
      ([patterns, heading]) =>
      (text) =>
        addLines(text, patterns, heading === undefined ? { headings } : { heading, headings }),
    keeps: 'lines',
    runs: 200,
    also: (before, after, asked) => {
      const patterns = after.split(/\r?\n/).map(bare);
      for (const pattern of asked.flatMap(([list]) => list)) {
        expect(patterns).toContain(bare(pattern));
      }
      const isOurs = !before.includes('.env.*');
      if (isOurs && asked.some(([list]) => list.includes('.env.*'))) {
        expect(patterns.lastIndexOf('!.env.example')).toBeGreaterThan(patterns.indexOf('.env.*'));
      }
    },
  });
});

const bare = (line: string) => line.replace(/^\uFEFF?\/?/, '').replace(/\/$/, '');
