import { filesOf } from '../lib/files.ts';
import { reportLines, reportOf } from '../lib/report.ts';
import { planOver, run } from './run.ts';

test('the end says what was made, what was changed and what is gone', async () => {
  const app = await run({}, 'app', { name: 'shop', cache: 'redis' });
  const plan = await planOver(app, 'app', { cache: 'none', api: 'rest,graphql' });
  const gone = plan.changes.filter(({ text }) => text === null).map(({ path }) => path);
  const lines = reportLines(reportOf(filesOf(app), plan), new Set(gone));
  expect(lines).toContain('  remove  src/cache.ts');
  expect(lines).toContain('  change  package.json');
  expect(lines.filter((line) => line.startsWith('  create'))).toEqual([]);
  const back = await planOver(await run(app, 'app', { cache: 'none' }), 'app', { cache: 'redis' });
  expect(reportLines(reportOf(filesOf({}), back), new Set())).toContain('  create  src/cache.ts');
});
