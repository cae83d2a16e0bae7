import { type Attached, attachedTo, variablesFor } from '../../../lib/existing/attached.ts';
import { installingOf, isLocked, manifestOf } from '../../../lib/existing/installing.ts';
import { lines } from '../../../lib/lines.ts';
import type { Declarations, Line, Note, Project } from '../../../lib/types.ts';
import { setupOf } from './setup.ts';
import { stepsOf } from './steps.ts';

/** A workflow of this project alone, at the root of its repository. */
export function workflow(project: Project): Declarations {
  const { stack, surroundings } = project;
  const { up, folder } = surroundings;
  const name = folder === '' ? 'ci.yml' : `${folder.replaceAll('/', '-')}.yml`;
  const into = `${up}.github/workflows`;
  return {
    trees: [
      {
        folder: `ci/templates/existing/${stack.language.name}`,
        into,
        names: { 'ci.yml': name },
        existing: 'keep',
      },
    ],
    lines: linesOf(project, `${into}/${name}`),
    notes: notesOf(project),
  };
}

function linesOf(project: Project, file: string): readonly Line[] {
  const { branch, folder } = project.surroundings;
  const { before, runtime, between, install } = setupOf(project);
  const steps = [...between, ...install, ...stepsOf(project).map(stepText)];
  const below = folder === '' ? [] : [folder];
  return [
    ...lines(`${file}#name`, [folder === '' ? 'name: CI' : `name: CI (${folder})`]),
    ...lines(`${file}#branches`, [branch]),
    ...lines(
      `${file}#paths`,
      below.flatMap((path) => filterOf(project, path, file)),
    ),
    ...lines(
      `${file}#folder`,
      below.map((path) => `defaults:\n  run:\n    working-directory: ${path}`),
    ),
    ...containerLines(project, file),
    ...lines(`${file}#before`, before),
    ...lines(`${file}#runtime`, runtime),
    ...lines(`${file}#steps`, steps),
  ];
}

/** What a change must touch: the folder; in a workspace all but the other apps. */
function pathsOf(project: Project, folder: string, file: string): readonly string[] {
  const { facts } = project;
  const isAlone = !installingOf(project).lock?.startsWith('../');
  if (isAlone) return [`${folder}/**`, file.replace(/^(?:\.\.\/)+/, '')];
  const others = (facts.apps?.value ?? []).filter((app) => app !== folder);
  return others.length > 0 ? ['**', ...others.map((app) => `!${app}/**`)] : [];
}

/** The filter of an event, where there is one. */
function filterOf(project: Project, folder: string, file: string): readonly string[] {
  const paths = pathsOf(project, folder, file).map((path) => `"${path}"`);
  return paths.length > 0 ? [`paths: [${paths.join(', ')}]`] : [];
}

const stepText = ({ title, run }: { title: string; run: string }): string =>
  `- name: ${title}\n  run: ${scalar(run)}`;

/** A command as a YAML scalar: plain, unless it would be read as something else. */
const scalar = (run: string): string =>
  /: |\s#|^[\s"'&*!|>%@`[\]{},?-]|:$/.test(run) ? `'${run.replaceAll("'", "''")}'` : run;

function containerLines(project: Project, file: string): readonly Line[] {
  const attached = attachedTo(project);
  const values = { ...secretsOf(project), ...variablesFor(project, attached) };
  const variables = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const services = attached.length === 0 ? [] : ['services:', ...attached.map(serviceText)];
  return [
    ...lines(`${file}#containers`, services),
    ...lines(
      `${file}#variables`,
      variables.length === 0
        ? []
        : ['env:', ...variables.map(([name, value]) => `  ${name}: ${quoted(value)}`)],
    ),
  ];
}

/** What signs sessions and tokens, where the code has no default: tests need some value. */
function secretsOf({ facts }: Project): Readonly<Record<string, string>> {
  const names = (facts.variables?.value ?? []).filter(
    (name) => ownSecret.test(name) && !(name in (facts.defaults?.value ?? {})),
  );
  return Object.fromEntries(names.map((name) => [name, onlyForTests]));
}

/** A provider's secret is none of the project's own. */
const ownSecret =
  /^(?:(?:APP|AUTH|COOKIE|CSRF|DJANGO|FLASK|JWT|NEXTAUTH|SESSION|SIGNING|TOKEN|(?:ACCESS|REFRESH)_TOKEN)_)?SECRET(?:_KEY)?$/;
const onlyForTests = 'only-for-tests-only-for-tests-only-for-tests-only-for-tests';

/** A word as the shell of a health check reads it. */
const shellWord = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`);

function serviceText({ container, image, environment, login }: Attached): string {
  const { service, port, health } = container;
  const entries = Object.entries(environment);
  return [
    `  ${service}:`,
    `    image: ${image}`,
    ...(entries.length === 0 ? [] : ['    env:']),
    ...entries.map(([name, value]) => `      ${name}: ${quoted(value)}`),
    `    ports: ["${port}:${port}"]`,
    '    options: >-',
    `      --health-cmd "${health(login, image).map(shellWord).join(' ')}"`,
    '      --health-interval 2s --health-timeout 5s --health-retries 30',
  ].join('\n');
}

/** Quoted where YAML would take a value for something else than a string. */
const quoted = (value: string): string =>
  /^[A-Za-z/][\w./:@-]*$/.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);

function notesOf(project: Project): readonly Note[] {
  const { facts } = project;
  const file = manifestOf(project);
  const missing: readonly (readonly [boolean, string])[] = [
    [!isLocked(project), 'no lock file is in git, so CI installs what is newest: commit one'],
    [!facts.lint, 'no linter was found, so CI checks no style: add one, and a step for it'],
    [!facts.test, 'no tests were found, so CI runs none: add a test command, and a step for it'],
    [
      Boolean(facts.test) && !stepsOf(project).some(({ title }) => title.includes('coverage')),
      'coverage of the tests is not measured in CI: add a command that reports it',
    ],
  ];
  return missing.filter(([is]) => is).map(([, message]) => ({ file, message }));
}
