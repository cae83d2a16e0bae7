import { combine } from '../../lib/declare.ts';
import { factor, lines, needsInDevelopment, trees } from '../../lib/lines.ts';
import type { Command, Concern, Declarations, Project } from '../../lib/types.ts';
import { existing } from './existing.ts';
import { providers } from './providers/catalog.ts';

const tests = 'node --import ./test/environment.ts --test';
/** Percent of lines that tests must reach: the one place of the threshold. */
const threshold = 80;

const commands: readonly Command[] = [
  { name: 'lint', run: 'biome check', about: 'Check style and common mistakes' },
  { name: 'format', run: 'biome check --write', about: 'Mend style' },
  { name: 'typecheck', run: 'tsc', about: 'Check types' },
  { name: 'test', run: `${tests} "test/**/*.test.ts"`, about: 'Run the tests' },
  {
    name: 'coverage',
    run: `${tests} --experimental-test-coverage --test-coverage-lines=${threshold} --test-coverage-include="src/**" "test/**/*.test.ts"`,
    about: `Run the tests; ${threshold} % of the lines must be reached`,
  },
  {
    name: 'quality',
    run: 'biome check --config-path=biome.quality.json',
    about: 'Check complexity, cycles of imports, undeclared dependencies',
  },
  {
    name: 'check',
    run: 'node --run lint && node --run typecheck && node --run quality && node --run coverage && node --run build',
    about: 'All that CI checks, in its order',
  },
];

const express: Declarations = {
  lines: lines('.gitattributes#lock', ['<%= lock-file %> -diff linguist-generated']),
  commands,
  dependencies: needsInDevelopment('@biomejs/biome', 'typescript'),
};
const stacks: Readonly<Record<string, Declarations>> = { express };

const ignored: Declarations = {
  ignored: [
    { heading: 'Dependencies', patterns: ['node_modules/'] },
    { heading: 'Tests', patterns: ['coverage/'] },
    { heading: 'Logs', patterns: ['logs/', '*.log', '*.pid'] },
    { heading: 'Machine', patterns: ['.DS_Store', 'Thumbs.db', '.idea/', '.vscode/', '*.swp'] },
  ],
};

const fresh = ({ stack }: Project): Declarations =>
  combine([
    ignored,
    factors,
    { trees: trees(`ci/templates/${stack.name}/common`) },
    stacks[stack.name] ?? {},
  ]);

/** Which file keeps which factor. */
const factors: Declarations = {
  rows: [
    factor(
      1,
      'I. Codebase',
      'one repository; checked by CI on every change',
      '`.github/workflows/ci.yml`, `.gitignore`',
    ),
    factor(
      2,
      'II. Dependencies',
      'declared, locked, and kept up to date',
      '`package.json`, `.github/dependabot.yml`',
    ),
  ],
};

/** Factors I and II: what is checked on every change, and kept up to date. */
export const ci: Concern = {
  name: 'ci',
  title: 'Workflows, dependabot, .gitignore, lint and test commands',
  factors: ['I', 'II'],
  options: [
    {
      name: 'ci',
      about: 'Continuous integration',
      kind: 'one',
      rows: providers,
      none: true,
      initial: () => 'github',
    },
  ],
  declare: (project) => (project.existing ? existing(project) : fresh(project)),
};
