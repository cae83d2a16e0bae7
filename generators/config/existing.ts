import { combine } from '../../lib/declare.ts';
import { isPrivate } from '../../lib/project/secrets.ts';
import { codeOf } from '../../lib/retrofit/code.ts';
import type { Declarations, Project, Variable } from '../../lib/types.ts';
import { endedWithout } from './existing/ended.ts';
import { loader } from './existing/loader.ts';
import { dotenvNeeds, pythonLoader, pythonRequired } from './existing/python.ts';

/** Set by the machine or by tools that run the code, not by whoever deploys it. */
const machine =
  /^(?:_|PATH|HOME|PWD|USER|SHELL|TERM|LANG|TZ|TMPDIR|CI|NO_COLOR|FORCE_COLOR|NODE_OPTIONS|PYTHON\w+|npm_.*|JEST_.*|VITEST.*|GITHUB_.*)$/i;
const secret = /(?:SECRET|PASSWORD|PASSWD|TOKEN|PRIVATE|CREDENTIAL|API_?KEY|ACCESS_?KEY|SALT|DSN)/;
/** What is told about a secret: how long it holds, how it is made. */
const measure =
  /_(?:SEC(?:OND)?S?|MIN(?:UTE)?S?|HOURS?|DAYS?|TTL|LIFETIME|EXPIR\w*|(?:MAX_)?AGE|ROUNDS?|LENGTH|ALGORITHM)$/;

/** The heading of a variable by its name; the first that fits. */
const sections: readonly (readonly [RegExp, string])[] = [
  [/(?:^ADMIN_)/, 'Admin'],
  [secret, 'Security'],
  [/(?:LOG|SENTRY|OTEL|METRICS)/, 'Observability'],
  [
    /(?:_UR[IL]|^DB_|^PG|^MONGO|^REDIS|^MYSQL|^POSTGRES|^DATABASE|^SMTP|^AWS_|^S3_)/,
    'Backing services',
  ],
  [/(?:CORS|ORIGIN|ALLOWED_HOSTS|DOMAIN)/, 'Web'],
];

/** What whoever deploys sets: every variable that the code reads, or that stands in its example. */
export function read(project: Project): readonly Variable[] {
  const { variables, defaults, spared } = project.facts;
  const isSecret = (name: string): boolean =>
    (secret.test(name) && !measure.test(name)) ||
    isPrivate(name, defaults?.value[name] ?? '') ||
    project.moved.includes(name);
  return (variables?.value ?? [])
    .map((name, index) => ({ name, place: variables?.evidence[index] ?? '' }))
    .filter(({ name }) => !machine.test(name))
    .map(({ name, place }) => {
      const variable = variableOf(name, fileOf(place), isSecret(name), defaults?.value[name]);
      return spared?.value.includes(name) ? { ...variable, optional: true } : variable;
    });
}

function variableOf(name: string, file: string, isSecret: boolean, fallback?: string): Variable {
  const section =
    sections.find(([pattern]) => pattern.test(name))?.[1] ?? (isSecret ? 'Security' : 'Process');
  const said = { name, section, read: true, about: `Read by ${file}.` };
  if (isSecret) return { ...said, secret: true };
  if (fallback === undefined) return { ...said, example: '' };
  return { ...said, example: fallback, optional: true, fallback: `\`${fallback}\`` };
}

const fileOf = (place: string): string => place.replace(/:\d+$/, '');

/** Where a secret stands in the code; what it is, nobody is told. `--fix` tells what became of it. */
const secrets = ({ facts, fix }: Project): Declarations => ({
  notes: (fix ? [] : (facts.secrets?.evidence ?? [])).map((place) => ({
    file: fileOf(place),
    line: Number(/:(\d+)$/.exec(place)?.[1] ?? 1),
    message: `a secret stands in the code: ${wayOf(fileOf(place))}; rotate it, for it stays in the history of git`,
  })),
});

const wayOf = (file: string): string =>
  /\.(?:[cm]?[jt]sx?|py)$/.test(file)
    ? '`imagine config --fix` moves it to the environment'
    : 'read it from the environment';

/** The README says of a variable what the check does. */
const tell =
  (required: ReadonlySet<string>) =>
  (variable: Variable): Variable =>
    required.has(variable.name) ? { ...variable, required: 'yes' } : variable;

/** In code that is there: what it reads is listed, checked at the start, and kept out of it. */
export function existing(project: Project): Declarations {
  const variables = read(project);
  const code = codeOf(project);
  const isChecked = project.facts.loader === undefined;
  const asked = () => (code ? endedWithout(project, code.entry) : pythonRequired(project));
  const required = isChecked ? asked() : new Set<string>();
  const checks = () =>
    code && variables.length > 0
      ? loader(project, code, variables, required)
      : pythonLoader(project, variables);
  return combine([
    { variables: variables.map(tell(required)), dependencies: dotenvNeeds(project) },
    isChecked ? checks() : {},
    secrets(project),
  ]);
}
