import { type Facts, fact } from '../../facts.ts';
import type { Manager } from '../../managers/manager.ts';
import { isLinting, isWriting } from './linting.ts';
import { type Manifest, placeIn } from './manifest.ts';
import type { Started } from './start.ts';

const builds = [
  'build',
  'build:prod',
  'build:production',
  'build:server',
  'compile',
  'tsc',
  'dist',
  'transpile',
  'build:ts',
];
const tests = ['test:ci', 'ci:test', 'test', 'tests', 'test:unit', 'unit'];
const lints = [
  'lint:ci',
  'lint:check',
  'lint-check',
  'lint',
  'eslint',
  'lint:js',
  'lint:ts',
  'standard',
  'check:lint',
];

/** The project's own commands to build, test and lint, in its manager. */
export function commandsOf(
  manifest: Manifest,
  text: string,
  manager: Pick<Manager, 'run' | 'exec'>,
  start: Started | undefined,
  output: string | undefined,
): Pick<Facts, 'build' | 'test' | 'lint'> {
  const scripts = manifest.scripts ?? {};
  const command = (names: readonly string[], fits: (script: string) => boolean) => {
    const name = names.find((each) => fits(scripts[each] ?? ''));
    return name === undefined ? undefined : fact(manager.run(name), placeIn(text, 'scripts', name));
  };
  const build =
    command(builds, real) ??
    builtAtStart(manifest, manager, start) ??
    compiled(manifest, text, manager, start, output);
  const test = command(tests, (script) => real(script) && !watches(script));
  const others = Object.keys(scripts).filter((name) => ![...builds, ...tests].includes(name));
  const lint =
    command(lints, (script) => real(script) && !isWriting(script)) ??
    command(others, isLinting) ??
    command(lints, real);
  return { ...(build && { build }), ...(test && { test }), ...(lint && { lint }) };
}

/** A script that does something: no placeholder of `npm init`, no empty echo. */
const real = (script: string): boolean =>
  script !== '' &&
  !/no test specified|^\s*(?:echo\b[^&|;]*|exit 0|true|:)\s*(?:&&\s*exit\s+\d\s*)?$/i.test(script);

const watches = (script: string): boolean =>
  /--watch(?:All)?(?=\s|$)|--watch(?:All)?=true|\bvitest (?:watch|dev)\b/.test(script);

/** `tsc && node dist/server.js`: what comes before the process builds it. */
function builtAtStart(
  { scripts = {} }: Manifest,
  manager: Pick<Manager, 'run' | 'exec'>,
  start: Started | undefined,
) {
  const step = start?.before.find((each) =>
    /^(?:npx )?(?:tsc|esbuild|tsup|babel|swc|rollup|webpack)\b/.test(each),
  );
  if (step === undefined || !start) return undefined;
  const [program = '', ...rest] = step.replace(/^npx /, '').split(/\s+/);
  const called = Object.entries(scripts).find(([, script]) => script === step)?.[0];
  return fact(called ? manager.run(called) : manager.exec(program, ...rest), ...start.at.slice(-1));
}

/** What starts lies where the compiler writes, and no script runs it. */
function compiled(
  { devDependencies, dependencies }: Manifest,
  text: string,
  manager: Pick<Manager, 'run' | 'exec'>,
  start: Started | undefined,
  output: string | undefined,
) {
  const section = [
    devDependencies?.typescript && ('devDependencies' as const),
    dependencies?.typescript && ('dependencies' as const),
  ].find(Boolean);
  const built = start?.words.some(
    (word) => output !== undefined && word.replace(/^\.\//, '').startsWith(`${output}/`),
  );
  return section && built
    ? fact(manager.exec('tsc'), placeIn(text, section, 'typescript'))
    : undefined;
}
