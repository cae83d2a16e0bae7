import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { targets } from '../lib/documents/makefile.ts';
import { stacks } from '../lib/stacks/catalog.ts';
import { appOf } from './facts.ts';
import { scratch } from './process.ts';
import { fixtures, run, type Texts } from './run.ts';

/** The one table of the actions that workflows may use: version, and the commit of that tag. */
const actions: Readonly<Record<string, readonly [version: string, commit: string]>> = {
  'actions/checkout': ['v7.0.1', '3d3c42e5aac5ba805825da76410c181273ba90b1'],
  'actions/setup-node': ['v7.0.0', '820762786026740c76f36085b0efc47a31fe5020'],
  'actions/setup-python': ['v7.0.0', '5fda3b95a4ea91299a34e894583c3862153e4b97'],
  'astral-sh/setup-uv': ['v10.0.1', '20cfd1bf945f4377ade1205e4dbc17946fc9a30d'],
  'snok/install-poetry': ['v1.4.2', 'a783c322200f0519c7926aa6faa857c4e23e9263'],
  'actions/dependency-review-action': ['v5.0.0', 'a1d282b36b6f3519aa1f3fc636f609c47dddb294'],
  'github/codeql-action': ['v4.37.8', 'db488ddef3bf6cb639b32c2e9a7c0a7ea8271d28'],
  'pnpm/action-setup': ['v6.0.8', '0e279bb959325dab635dd2c09392533439d90093'],
};

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: object;
}

interface Workflow {
  readonly permissions?: object;
  readonly concurrency?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = join(import.meta.dirname, '..');
const own = Object.fromEntries(
  globSync('.github/workflows/*.yml', { cwd: root }).map((path) => [
    path,
    readFileSync(join(root, path), 'utf8'),
  ]),
);
/** A new app of every stack with each of its managers. */
const apps = stacks.flatMap(({ name: stack, managers }) =>
  managers.map(({ name }) => ({ stack, 'package-manager': name })),
);
const workflowPath = /^(?:\.\.\/)*\.github\/workflows\//;
const workflowsOf = (texts: Texts) =>
  Object.entries(texts).filter(([path]) => workflowPath.test(path));

/** The workflows that existing projects get; one that has checks of its own gets none. */
const retrofits = (
  await Promise.all(
    Object.entries(fixtures).map(async ([name, before]) => {
      const after = await run(before, 'ci', { ci: 'github', ...appOf(name) });
      const fresh = Object.entries(after).filter(([path]) => before[path] === undefined);
      return [name, Object.fromEntries(workflowsOf(Object.fromEntries(fresh)))] as const;
    }),
  )
).filter(([, workflows]) => Object.keys(workflows).length > 0);

test('most existing projects have no checks yet, and get a workflow', () => {
  expect(retrofits.length).toBeGreaterThan(Object.keys(fixtures).length / 2);
});

/** Where workflows come from: ours, those of new apps, those of existing projects. */
const sources: readonly (readonly [string, () => Promise<Texts>])[] = [
  ['this repository', async () => own],
  ...apps.map(
    (choice) => [`a new app, ${choice['package-manager']}`, () => run({}, 'app', choice)] as const,
  ),
  ...retrofits.map(([name, workflows]) => [name, async () => workflows] as const),
];

describe.each(sources)('the workflows of %s', (_, make) => {
  let workflows: readonly (readonly [string, string])[];
  beforeAll(async () => {
    workflows = workflowsOf(await make());
    expect(workflows.length).toBeGreaterThan(0);
  });

  test('every action is the one of the table, by its commit', () => {
    for (const [path, text] of workflows) {
      const uses = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
      expect(uses.length).toBeGreaterThan(0);
      for (const line of uses) {
        const [, name = line, commit, version] =
          /uses: ([\w.-]+\/[\w.-]+)(?:\/[\w/-]+)?@([0-9a-f]{40}) # (v[\d.]+)$/.exec(line) ?? [];
        expect({ path, name, pin: [version, commit] }).toEqual({ path, name, pin: actions[name] });
      }
    }
  });

  test('every job ends in time and has no right that it does not name', () => {
    for (const [path, text] of workflows) {
      const { permissions, concurrency, jobs } = parse(text) as Workflow;
      expect({ path, permissions }).toEqual({ path, permissions: {} });
      expect(concurrency).toBeDefined();
      for (const [job, said] of Object.entries(jobs)) {
        const { 'timeout-minutes': minutes } = said;
        expect({ path, job, minutes }).toEqual({ path, job, minutes: expect.any(Number) });
        expect({ job, rights: said.permissions }).toEqual({ job, rights: expect.any(Object) });
      }
    }
  });
});

/** What the commands of a language leave behind. */
const left: Readonly<Record<string, readonly string[]>> = {
  express: ['node_modules/x', 'dist/web.js', 'coverage/x', 'npm-debug.log'],
  django: ['.venv/x', 'config/__pycache__/x', '.coverage', '.mypy_cache/x', 'staticfiles/x'],
};

test.each(Object.entries(left))(
  'a new app of %s: git ignores what commands leave behind, and nothing that was made',
  async (stack, own) => {
    const app = await run({}, 'app', { stack });
    const { path, remove } = scratch();
    try {
      writeFileSync(join(path, '.gitignore'), app['.gitignore'] ?? '');
      spawnSync('git', ['init', '--quiet'], { cwd: path });
      const ignored = (paths: readonly string[]) =>
        spawnSync('git', ['check-ignore', '--stdin'], {
          cwd: path,
          encoding: 'utf8',
          input: paths.join('\n'),
        }).stdout.trim();
      const more = ['.env', '.env.local', 'data/x.sqlite', '.DS_Store', '.idea/x', 'x.pid'];
      expect(ignored([...own, ...more]).split('\n')).toEqual([...own, ...more]);
      expect(ignored(Object.keys(app))).toBe('.env');
    } finally {
      remove();
    }
  },
);

const runs: Readonly<Record<string, string>> = { npm: 'npm run', yarn: 'yarn', pnpm: 'pnpm run' };

/** The commands of an app, and how each is called. */
function commandsOf(app: Texts, manager: string): readonly string[] {
  const scripts = Object.keys(JSON.parse(app['package.json'] ?? '{}').scripts ?? {});
  const named = targets(app.Makefile ?? '').filter((name) => name !== 'help');
  return [
    ...scripts.map((name) => `${runs[manager]} ${name}`),
    ...named.map((name) => `make ${name}`),
  ];
}

test.each(apps)('a new app, %j: its README names every command', async (choice) => {
  const app = await run({}, 'app', choice);
  const commands = commandsOf(app, choice['package-manager']);
  expect(commands.length).toBeGreaterThan(10);
  expect(commands.filter((one) => !app['README.md']?.includes(`| \`${one}\` |`))).toEqual([]);
});
