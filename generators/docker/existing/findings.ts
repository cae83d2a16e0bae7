import type { Finding } from './finding.ts';
import { type Instruction, instructionsIn, lastStage } from './instructions.ts';
import { processes } from './processes.ts';

/** What is known of the project that the image is of. */
export interface Known {
  /** Git has a lock file. */
  readonly locked: boolean;
  readonly port: number | undefined;
  readonly health: string | undefined;
}

/** What the field's best would change in a Dockerfile, in the order of its lines. */
export function findings(text: string, known: Known): readonly Finding[] {
  const all = instructionsIn(text);
  const last = lastStage(all);
  const found = [
    ...bases(all),
    ...all.flatMap((one) => [...secrets(one), ...copies(one), ...installs(one, known)]),
    ...users(last),
    ...processes(last),
    ...ports(last, known),
    ...checks(last, known),
  ];
  return found.sort((a, b) => a.line - b.line);
}

function bases(all: readonly Instruction[]): readonly Finding[] {
  const stages = all
    .filter(({ name }) => name === 'FROM')
    .map(({ words }) => / as (\S+)/i.exec(words)?.[1]);
  return all
    .filter(({ name }) => name === 'FROM')
    .flatMap(({ words, line }) => {
      const image = words.replaceAll(/--\S+\s+/g, '').split(/\s+/)[0] ?? '';
      const isOwn = stages.includes(image) || image === 'scratch' || image.includes('$');
      const isLoose = !/[:@]/.test(image.split('/').at(-1) ?? '') || image.endsWith(':latest');
      const message = `builds on ${image}, whatever version that is then: name a version`;
      return !isOwn && isLoose ? [{ line, message }] : [];
    });
}

const secretName =
  /(?:^|\s)(\w*(?:SECRET|PASSWORD|PASSWD|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY)\w*)(?:=|\s+)["']?([^\s"'$]+)/i;

function secrets({ name, words, line }: Instruction): readonly Finding[] {
  const key = name === 'ENV' || name === 'ARG' ? secretName.exec(words)?.[1] : undefined;
  if (key === undefined) return [];
  return [
    {
      line,
      message: `${key} is in the image for everybody: give it when the container starts, and change it`,
    },
  ];
}

function copies({ name, words, line }: Instruction): readonly Finding[] {
  const isEnv = /(?:^|\s)(?:\.\/)?\.env(?:\.(?!example|sample)\w+)?(?:\s|$)/.test(words);
  if (!/^(?:COPY|ADD)$/.test(name) || !isEnv) return [];
  return [
    { line, message: 'copies .env into the image: give its variables when the container starts' },
  ];
}

const loose: readonly (readonly [RegExp, string])[] = [
  [/(?<!p)\bnpm (?:i|install)(?:\s+-[-\w=]+)*\s*(?:$|&&|;)/, 'npm ci'],
  [
    /(?:^|[&;]\s*|=\S+\s+)yarn(?: install)?(?![^&;]*--(?:frozen-lockfile|pure-lockfile|immutable))(?:\s+-[-\w=]+)*\s*(?:$|&&|;)/,
    'yarn install --frozen-lockfile',
  ],
  [
    /\bpnpm (?:i|install)(?![^&;]*--frozen-lockfile)(?:\s+-[-\w=]+)*\s*(?:$|&&|;)/,
    'pnpm install --frozen-lockfile',
  ],
  [/\buv sync(?![^&;]*--(?:locked|frozen))/, 'uv sync --locked'],
];

function installs({ name, words, line }: Instruction, { locked }: Known): readonly Finding[] {
  const better =
    name === 'RUN' && locked ? loose.find(([pattern]) => pattern.test(words))?.[1] : undefined;
  if (better === undefined) return [];
  return [{ line, message: `installs what is newest, not what is locked: \`${better}\`` }];
}

function users(last: readonly Instruction[]): readonly Finding[] {
  const user = last.findLast(({ name }) => name === 'USER');
  const line = user?.line ?? last[0]?.line ?? 1;
  if (user && !/^(?:root|0)(?::|$)/.test(user.words)) return [];
  return [{ line, message: 'runs as root: end with a USER that is not, by its number' }];
}

function ports(last: readonly Instruction[], { port }: Known): readonly Finding[] {
  const exposed = last.filter(({ name }) => name === 'EXPOSE');
  const [first] = exposed;
  const numbers = exposed.flatMap(({ words }) =>
    words.split(/\s+/).map((word) => word.split('/')[0]),
  );
  if (
    !first ||
    port === undefined ||
    numbers.some((word) => word === String(port) || word?.includes('$') || isSet(last, word))
  )
    return [];
  return [
    { line: first.line, message: `exposes ${numbers.join(', ')}, but the code listens on ${port}` },
  ];
}

/** `ENV PORT=80` beside `EXPOSE 80`: the image sets what the code has another default for. */
const isSet = (last: readonly Instruction[], port: string | undefined): boolean =>
  last.some(
    ({ name, words }) =>
      name === 'ENV' && new RegExp(`PORT[= ]\\s*["']?${port}["']?(?:\\s|$)`).test(words),
  );

function checks(last: readonly Instruction[], { health }: Known): readonly Finding[] {
  if (health === undefined || last.some(({ name }) => name === 'HEALTHCHECK')) return [];
  return [{ line: last[0]?.line ?? 1, message: `has no HEALTHCHECK, though ${health} answers` }];
}
