import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { series } from '../generators/app/series.ts';
import { concerns } from '../generators/concerns.ts';
import { combine } from '../lib/declare.ts';
import { nodeManagers, pythonManagers } from '../lib/managers/catalog.ts';
import { optionsOf } from '../lib/options.ts';
import { stacks } from '../lib/stacks/catalog.ts';
import { choices } from './laws/choices.ts';
import { planOver } from './run.ts';

const root = join(import.meta.dirname, '..');
const sources = globSync(['lib/**/*.ts', 'generators/**/*.ts', 'bin/*.ts'], { cwd: root })
  .filter((path) => !path.includes('/templates/') && !path.endsWith('.d.ts'))
  .sort();
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What a file imports: relative ones as paths from the root, packages as they are named. */
const importsOf = (path: string): string[] =>
  [...text(path).matchAll(/(?:^(?:import|export|\}) ?[^'"`\n]*from|import\()\s*'([^']+)'/gm)].map(
    ([, name = '']) =>
      name.startsWith('.') ? relative(root, resolve(root, dirname(path), name)) : name,
  );

test('a concern imports only itself and lib', () => {
  const crossings = sources
    .filter(
      (path) =>
        path.split('/').length > 2 && path.startsWith('generators/') && !path.endsWith('index.ts'),
    )
    .flatMap((path) => {
      const own = path.split('/').slice(0, 2).join('/');
      const foreign = importsOf(path).filter(
        (to) => to.startsWith('generators/') && !to.startsWith(`${own}/`),
      );
      return foreign.map((to) => `${path} imports ${to}`);
    });
  expect(crossings).toEqual([]);
});

test('documents know no project, and lib knows no concern but by the doors', () => {
  const documents = sources.filter((path) => path.startsWith('lib/documents/'));
  const outside = documents.flatMap((path) =>
    importsOf(path).filter(
      (to) => /^(?:lib|generators)\//.test(to) && !to.startsWith('lib/documents/'),
    ),
  );
  expect(documents.length).toBeGreaterThan(5);
  expect(outside).toEqual([]);
  const doors = new Set(['lib/main.ts', 'lib/generator.ts']);
  const upward = sources
    .filter((path) => path.startsWith('lib/') && !doors.has(path))
    .filter((path) => importsOf(path).some((to) => to.startsWith('generators/')));
  expect(upward).toEqual([]);
});

test('only the Yeoman door loads Yeoman, and it is no part of the fast one', () => {
  const loading = sources.filter((path) => importsOf(path).some((to) => to.startsWith('yeoman-')));
  expect(loading).toEqual(['lib/generator.ts']);
  const reached = new Set<string>();
  const follow = (path: string): void => {
    if (reached.has(path) || !path.endsWith('.ts')) return;
    reached.add(path);
    importsOf(path).forEach(follow);
  };
  follow('bin/imagine.ts');
  expect(reached.has('lib/plan.ts')).toBe(true);
  expect(reached.has('lib/generator.ts')).toBe(false);
});

test('a plan is pure: concerns and rows read no disk, clock, network or environment', () => {
  const plans = sources.filter(
    (path) => path.startsWith('generators/') && !path.endsWith('index.ts'),
  );
  const impure = plans.filter((path) =>
    /'node:|process\.|Date\.|Math\.random|fetch\(/.test(
      text(path)
        .replaceAll(/\/\*\*.*?\*\//gs, '')
        .replaceAll(/`(?:\\.|[^`\\])*`/gs, ''),
    ),
  );
  expect(plans.length).toBeGreaterThan(20);
  expect(impure).toEqual([]);
});

test('a folder with an index.ts is a generator, and every concern has one', () => {
  const folders = globSync('{generators,lib,bin}/**/index.ts', {
    cwd: root,
    exclude: (path) => path.includes('templates'),
  });
  expect(folders.sort()).toEqual(concerns.map(({ name }) => `generators/${name}/index.ts`).sort());
});

test('every row file stands in the catalog beside it', () => {
  const catalogs = sources.filter(
    (path) => path.startsWith('generators/') && path.endsWith('/catalog.ts'),
  );
  expect(catalogs.length).toBeGreaterThan(5);
  for (const catalog of catalogs) {
    const rows = sources.filter((path) => dirname(path) === dirname(catalog) && path !== catalog);
    expect({
      catalog,
      rows: importsOf(catalog)
        .filter((to) => rows.includes(to))
        .sort(),
    }).toEqual({ catalog, rows });
  }
});

test('every template belongs to a tree or a section that some choice takes', async () => {
  const used = new Set<string>();
  for (const choice of choices) {
    const { changes } = await planOver({}, 'app', choice);
    for (const { path } of changes) used.add(path);
  }
  const managers = [...nodeManagers, ...pythonManagers].flatMap(({ trees = [] }) => trees);
  const rows = optionsOf(concerns).flatMap((option) => option.rows ?? []);
  const declared = combine([
    ...rows,
    ...rows.flatMap((row) => Object.values(row.stacks ?? {})),
    ...Object.values(series).flatMap((each) => Object.values(each)),
    { trees: managers },
  ]);
  const names = stacks.map(({ name }) => name);
  const common = concerns.flatMap(({ name }) =>
    names.flatMap((stack) =>
      ['common', 'editor'].map((each) => `${name}/templates/${stack}/${each}`),
    ),
  );
  const skeletons = stacks.flatMap((stack) => Object.values(stack.skeletons ?? {}));
  const roots = [...declared.trees.map(({ folder }) => folder), ...common];
  const templates = globSync(`generators/*/templates/{${names.join(',')}}/**/*`, {
    cwd: root,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(root, 'generators'), join(entry.parentPath, entry.name)));
  const lone = templates.filter(
    (path) =>
      !roots.some((folder) => path.startsWith(`${folder}/`)) &&
      !skeletons.includes(path) &&
      !path.includes('/README/'),
  );
  expect(templates.length).toBeGreaterThan(200);
  expect(lone).toEqual([]);
});

test('files are at most 150 lines', () => {
  const long = sources.map((path) => [path, text(path).split('\n').length - 1] as const);
  expect(long.filter(([, lines]) => lines > 150)).toEqual([]);
});

test('every stack has a manager, and every value of an option a title', () => {
  for (const { managers } of stacks) expect(managers.length).toBeGreaterThan(0);
  const rows = optionsOf(concerns).flatMap((option) => option.rows ?? []);
  expect(rows.filter(({ title }) => !title)).toEqual([]);
});
