/** One part of the whole check: a program that ends with `N checked, M failed`. */
export interface Stage {
  readonly name: string;
  readonly run: readonly string[];
  /** Only with `npm run test:all`. */
  readonly wide?: true;
}

const node = (path: string, ...words: string[]): string[] => ['node', path, ...words];
const app = (manager: string, database: string, ...words: string[]): Stage => ({
  name: `app: ${manager}, ${database}`,
  run: node('__tests__/apps/check-app.ts', manager, database, ...words),
});

/** Projects that were there before: their own tests and start before and after, their workflow, their image. */
const retrofit = (title: string, ...projects: string[]): Stage => ({
  name: `retrofit: ${title}`,
  run: node('__tests__/apps/check-retrofit.ts', ...projects),
});

/** Everything that `npm test` runs, in order: what fails soonest comes first. */
export const stages: readonly Stage[] = [
  { name: 'machine', run: node('.ci/prove.ts', '.ci/tools/debian.sh') },
  { name: 'lint', run: node('.ci/prove.ts', 'npm', 'run', 'lint') },
  { name: 'types', run: node('.ci/prove.ts', 'npm', 'run', 'typecheck') },
  { name: 'tool', run: node('.ci/jest.ts') },
  { name: 'demo', run: node('.ci/prove.ts', 'npm', 'run', 'demo:run', '--', '--check') },
  { name: 'package', run: node('__tests__/package/check-package.ts') },
  app('npm', 'sqlite', '--browser', '--images', '--leave'),
  app('npm', 'postgresql', '--browser', '--images', '--workflows', '--choices'),
  app('pnpm', 'sqlite', '--workflows'),
  app('yarn', 'sqlite'),
  app('uv', 'sqlite', '--browser', '--images'),
  app('poetry', 'sqlite', '--workflows'),
  app('pip', 'postgresql'),
  retrofit(
    'Node',
    ...['koa', 'express-plain', 'nest', 'workspace', 'yarn', 'pnpm', 'express-bare'],
  ),
  retrofit('Python', 'django', 'poetry', 'pipenv', 'pip', 'uv', 'litestar'),
  { ...retrofit('Python, more', 'pdm', 'setup-cfg'), wide: true },
  { ...app('uv', 'postgresql', '--choices', '--leave'), wide: true },
  { ...app('uv', 'sqlite', '--python', '3.11'), name: 'app: uv, Python 3.11', wide: true },
  { ...app('uv', 'sqlite', '--python', '3.12'), name: 'app: uv, Python 3.12', wide: true },
  { ...app('pnpm', 'postgresql', '--workflows'), wide: true },
  { ...app('yarn', 'postgresql', '--workflows'), wide: true },
  { name: 'proofs: containers', run: node('__tests__/containers/prove.ts'), wide: true },
  { name: 'proofs: validators', run: node('__tests__/validators/prove.ts'), wide: true },
  { name: 'proofs: workflows', run: node('__tests__/validators/prove-workflow.ts'), wide: true },
];
