import { merge3 } from '../../lib/documents/merge3.ts';
import { planOver, run, type Texts, withoutSecrets } from '../run.ts';

/** From some answers to others, of an app that the tool made. */
const changes: readonly (readonly [
  Readonly<Record<string, string>>,
  Readonly<Record<string, string>>,
])[] = [
  [{}, { database: 'postgresql' }],
  [{ database: 'postgresql' }, { database: 'sqlite' }],
  [{}, { 'package-manager': 'pnpm' }],
  [{ 'package-manager': 'pnpm' }, { 'package-manager': 'yarn' }],
  [{}, { cache: 'redis', monitoring: 'prometheus' }],
  [
    { cache: 'redis', monitoring: 'prometheus' },
    { cache: 'none', monitoring: 'none' },
  ],
  [{}, { dashboards: 'none' }],
  [{}, { server: 'cluster', port: '4000' }],
  [{}, { api: 'rest' }],
  [{ api: 'rest' }, { api: 'graphql', dashboards: 'admin,graphiql' }],
  [{ stack: 'django' }, { database: 'postgresql' }],
  [
    { stack: 'django', database: 'postgresql' },
    { database: 'sqlite', cache: 'redis' },
  ],
  [{ stack: 'django' }, { 'package-manager': 'pip' }],
  [{ stack: 'django', 'package-manager': 'pip' }, { 'package-manager': 'poetry' }],
];
const said = (answers: object): string => JSON.stringify(answers).replaceAll('"', '');

/** `.env` aside: what its owner set stays there. */
const tracked = (texts: Texts): Texts => {
  const { '.env': _, ...rest } = withoutSecrets(texts);
  return rest;
};

/** Changes of a user's own, far from what an answer decides. */
function edited(app: Texts): Texts {
  const readme = app['README.md'] ?? '';
  const main = app['src/app.ts'] === undefined ? 'manage.py' : 'src/app.ts';
  return {
    ...app,
    'README.md': `${readme}\n## Ours\n\nNobody else's.\n`,
    [main]: `${app[main]}\n${main.endsWith('py') ? '#' : '//'} ours\n`,
    'notes/ours.txt': 'ours\n',
  };
}

describe.each(changes.map(([from, to]) => [said(from), said(to), from, to] as const))(
  'an app of %s, then %s',
  (_from, _to, from, to) => {
    let before: Texts;
    let fresh: Texts;
    beforeAll(async () => {
      before = await run({}, 'app', { name: 'shop', ...from });
      fresh = await run({}, 'app', { name: 'shop', ...from, ...to });
    });

    test('is what a fresh app of those answers is', async () => {
      expect(tracked(await run(before, 'app', to))).toEqual(tracked(fresh));
    });

    test('and what the user changed', async () => {
      const after = await run(edited(before), 'app', to);
      const mine = edited(before);
      for (const path of new Set([...Object.keys(fresh), ...Object.keys(after)])) {
        if (['.env', '.imagine/base.json'].includes(path)) continue;
        const [base = '', own = '', theirs = ''] = [before[path], mine[path], fresh[path]];
        const wanted =
          before[path] === undefined && mine[path] === undefined
            ? theirs
            : merge3(base, own, theirs).text;
        expect([path, after[path] ?? '']).toEqual([path, wanted]);
      }
    });
  },
);

test('a leftover of the old answers stays, with a note, if the user touched it', async () => {
  const app = await run({}, 'app', { name: 'shop', cache: 'redis' });
  const other = await run({}, 'app', { name: 'shop', cache: 'none' });
  const left = Object.keys(app).filter((path) => other[path] === undefined);
  const [path = ''] = left;
  expect(left.length).toBeGreaterThan(0);
  const touched = { ...app, [path]: `${app[path]}// ours\n` };
  const { notes } = await planOver(touched, 'app', { cache: 'none' });
  expect(notes).toContainEqual({ file: path, message: expect.stringContaining('your changes') });
  const after = await run(touched, 'app', { cache: 'none' });
  expect(after[path]).toBe(`${app[path]}// ours\n`);
  for (const gone of left.slice(1)) expect([gone, after[gone]]).toEqual([gone, undefined]);
});

test('a file that the user deleted stays deleted', async () => {
  const { Procfile: _, ...app } = await run({}, 'app', { name: 'shop' });
  const after = await run(app, 'app', { database: 'postgresql' });
  expect(after.Procfile).toBeUndefined();
  expect(after['package.json']).toContain('"pg"');
});
