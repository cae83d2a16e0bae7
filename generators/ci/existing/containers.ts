import { type Attached, attachedTo, variablesFor } from '../../../lib/existing/attached.ts';
import { requiredOf } from '../../../lib/existing/required.ts';
import { lines } from '../../../lib/lines.ts';
import type { Line, Project } from '../../../lib/types.ts';
import { withOwnPasswords } from './throwaway.ts';

/** The services that a job starts beside itself, and the variables that lead to them. */
export function containerLines(project: Project, file: string): readonly Line[] {
  const attached = attachedTo(project).map((each) => withOwnPasswords(project, each));
  const values = {
    ...requiredOf(project),
    ...secretsOf(project),
    ...variablesFor(project, attached),
  };
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

/** What signs sessions and tokens, where the code has no default, and what stood in the code before: tests need some value. */
function secretsOf({ facts, moved }: Project): Readonly<Record<string, string>> {
  const names = (facts.variables?.value ?? []).filter(
    (name) =>
      moved.includes(name) || (ownSecret.test(name) && !(name in (facts.defaults?.value ?? {}))),
  );
  return Object.fromEntries(
    names.map((name) => [name, /UR[IL]$/.test(name) ? nowhere : onlyForTests]),
  );
}

/** An address at which nothing answers. */
const nowhere = 'http://127.0.0.1:9';

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
