import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { concerns } from '../generators/concerns.ts';
import { checks } from '../lib/audit/catalog.ts';
import { flags, operands, optionsOf, valuesOf } from '../lib/options.ts';

const root = join(import.meta.dirname, '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = text('README.md');
const rows = readme
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** What users were promised, word by word. */
const promises = [
  'The app comes with built-in support for Github actions for running lint, unit tests, test coverage, code quality checks',
  'The app has a .gitignore that makes sure that temporary files are not commited to git',
  'The app has a high quality README file with the key commands available',
  'The app uses mainstream package managers like yarn, npm, pip, poetry',
  'The app uses a single place to manage all dependencies',
  'The app ships with the latest available versions of all dependencies',
  'The app has dependabot integrated to help you keep all dependencies up to date with latest versions.',
  'There are no hard-coded passwords or access keys in the source code',
  'The app has built-in support for multiple environments',
  'The app loads required keys from environment variables',
  'The app uses standard names for environment variables',
  'The app has support to connect to mainstream external databases',
  'Integration with logging service providers',
  'Integration with monitoring systems',
  'Integration with product analytics services',
  'The app comes with robust commands to trigger build, release and run stages',
  'The build creates optimized artifacts',
  'The app has providers flexibility to run in production using different options for server containers',
  'The app runs as a stateless proces',
  'There is support built-in for runnig with docker compose',
  'The app has ability to configure the port to run the service on',
  'The app is stateless and can be scaled horizontally',
  'The app offers support for server containers that have ability to run multiple processes',
  'App start and stop times are instant',
  'The app code base is identical for different environments',
  'The app has support to provide different keys for different environments using environment variables',
  'Ability to send logs to a service provider of your choice is coming soon',
  'The app has support for various dashboards like Django admin, Admin Bro for Node, Swagger dashboard, GraphiQL dashboard.',
];

const first = (word: RegExp): string[] => rows.flatMap((cells) => word.exec(cells[1] ?? '') ?? []);

test('every promise stands in the table, with who keeps it and what shows it', () => {
  const incomplete = promises.filter((promise) => {
    const [, , keeper, shown] = rows.find(([, sentence]) => sentence === promise) ?? [];
    const kept = concerns.some(({ name }) => keeper?.includes(`\`${name}\``)) || keeper === 'all';
    return !kept || !/`[^`]+[./][^`]+`|\*\*Not yet\*\*/.test(shown ?? '');
  });
  expect(incomplete).toEqual([]);
});

test('every check that the table of promises names is one of the audit', () => {
  const groups = new Set(checks.map(({ id }) => id.split('.')[0]));
  const named = rows
    .flatMap((cells) => [...(cells[3] ?? '').matchAll(/`([a-z-]+\.[a-z-]+)`/g)])
    .flatMap(([, id = '']) => (groups.has(id.split('.')[0]) ? [id] : []));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((id) => !checks.some((check) => check.id === id))).toEqual([]);
});

test('the options of the table are those of the help, with all of their values', () => {
  const options = optionsOf(concerns);
  const known = [...options, ...operands, ...flags].map(({ name }) => `\`--${name}\``);
  expect(first(/^`--[a-z-]+`$/).sort()).toEqual(known.sort());
  const lacking = options.flatMap((option) => {
    const cell = rows.find(([, name]) => name === `\`--${option.name}\``)?.[2] ?? '';
    const values = [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, value = '']) => value.split(','));
    const wanted = option.rows ? valuesOf(option) : values;
    return [...values].sort().join() === [...wanted].sort().join() ? [] : [option.name];
  });
  expect(lacking).toEqual([]);
});

test('every generator has its row', () => {
  const folders = globSync('generators/*/index.ts', { cwd: root }).map(
    (path) => path.split('/')[1],
  );
  const named = first(/^`[a-z][a-z-]*`$/).map((name) => name.slice(1, -1));
  expect(named.sort()).toEqual(folders.sort());
});

test.each(['README.md', 'ARCHITECTURE.md'])('%s names no path that is not there', (page) => {
  const body = text(page);
  const quoted = [...body.matchAll(/`((?:lib|generators|bin|__tests__|\.ci|\.github)\/[^`\s]+)`/g)];
  const links = [...body.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)];
  const paths = [...quoted, ...links].map(([, path = '']) => path.replaceAll(/<[a-z]+>/g, '*'));
  const lost = paths.filter((path) =>
    path.includes('*') ? globSync(path, { cwd: root }).length === 0 : !existsSync(join(root, path)),
  );
  expect(paths.length).toBeGreaterThan(0);
  expect(lost).toEqual([]);
});

test('every npm script that README.md names is in package.json', () => {
  const scripts = Object.keys(JSON.parse(text('package.json')).scripts);
  const ours = readme.replace(/cd \/tmp\/shop[^`]*/, '');
  const named = [...ours.matchAll(/npm (?:run )?(test|(?<=run )[a-z:]+)/g)].map(([, one]) => one);
  expect(named).toEqual(expect.arrayContaining(['demo', 'test', 'imagine']));
  expect(named.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
});
