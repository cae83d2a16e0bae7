import { factor, lines, needsInDevelopment, trees } from '../../../lib/lines.ts';
import type { Command, Declarations } from '../../../lib/types.ts';

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

/** Biome, tsc and Node's own test runner. */
export const express: Declarations = {
  trees: trees('ci/templates/express/common'),
  lines: lines('.gitattributes#lock', ['<%= lock-file %> -diff linguist-generated']),
  commands,
  dependencies: needsInDevelopment('@biomejs/biome', 'typescript'),
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
