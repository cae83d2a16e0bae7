import { words } from '../words.ts';

/** A command followed to the process that it starts. */
export interface Resolved {
  readonly words: readonly string[];
  /** The scripts of the manifest that it went through. */
  readonly through: readonly string[];
  /** What ran before it in the same line: builds and migrations. */
  readonly before: readonly string[];
}

type Scripts = Readonly<Record<string, string>>;

/** The process that a command starts in the end; undefined where it is one of development. */
export function resolveCommand(
  command: string,
  scripts: Scripts,
  through: readonly string[] = [],
): Resolved | undefined {
  const parts = command.split(/\s*(?:&&|;)\s*/).filter(Boolean);
  const last = parts.at(-1);
  if (last === undefined || /(?:^|\s)[|&](?:\s|$)/.test(last)) return undefined;
  const plain = unwrap(words(last));
  const called = scriptOf(plain, scripts);
  const before = parts.slice(0, -1);
  if (called !== undefined) {
    if (through.includes(called.script)) return undefined;
    const hook = scripts[`pre${called.script}`];
    const found = resolveCommand(scripts[called.script] ?? '', scripts, [
      ...through,
      called.script,
    ]);
    return (
      found && {
        ...found,
        words: [...found.words, ...called.rest],
        before: [...before, ...(hook === undefined ? [] : [hook]), ...found.before],
      }
    );
  }
  const real = withoutDebugging(plain);
  return isDevelopment(real) ? undefined : { words: real, through, before };
}

const wrappers = /^(?:cross-env(?:-shell)?|env|exec|dumb-init|nohup|time|sudo|npx|bunx)$/;
const untilDashes = /^(?:tini|dotenv|dotenvx|env-cmd|doppler|infisical|op|secretlint|with-env)$/;

/** Without what sets the environment or only passes a command on. */
function unwrap(all: readonly string[]): readonly string[] {
  const [first = '', second] = all;
  const name = first.replace(/^.*\//, '');
  const rest = all.slice(1);
  if (/^[A-Za-z_]\w*=/.test(first)) return unwrap(rest);
  if (wrappers.test(name)) return unwrap(rest.filter((word, at) => at > 0 || !/^-/.test(word)));
  if (untilDashes.test(name)) {
    const dashes = all.indexOf('--');
    return dashes > 0 ? unwrap(all.slice(dashes + 1)) : unwrap(behindOptions(rest));
  }
  const executes = /^(?:npm|pnpm|yarn)$/.test(name) && /^(?:exec|dlx)$/.test(second ?? '');
  if (executes) return unwrap(all.slice(2).filter((word, at) => at > 0 || word !== '--'));
  return all;
}

/** `-e .env.prod -c next start`: options with a value each, then the command. */
function behindOptions(all: readonly string[]): readonly string[] {
  const at = all.findIndex(
    (word, index) => !word.startsWith('-') && !/^-[efpc]$/.test(all[index - 1] ?? ''),
  );
  return at < 0 ? [] : all.slice(at);
}

interface Called {
  readonly script: string;
  readonly rest: readonly string[];
}

/** The manifest's script that a command of the manager runs. */
function scriptOf(all: readonly string[], scripts: Scripts): Called | undefined {
  const [name = '', verb = ''] = all;
  const rest = (from: number): readonly string[] => all.slice(from).filter((word) => word !== '--');
  if (name === 'node' && verb === '--run') return { script: all[2] ?? '', rest: rest(3) };
  if (name === 'run-s' || name === 'npm-run-all') return { script: all.at(-1) ?? '', rest: [] };
  if (!/^(?:npm|yarn|pnpm|bun)$/.test(name)) return undefined;
  const inner = all.filter((word, at) => at < 1 || !/^(?:-s|--silent|--loglevel=\S+)$/.test(word));
  const [, first = '', second = ''] = inner;
  // Bun runs files by the same word.
  if (name === 'bun' && scripts[first === 'run' ? second : first] === undefined) return undefined;
  if (/^(?:run|run-script)$/.test(first))
    return { script: second, rest: rest(all.indexOf(second) + 1) };
  const own =
    first === 'start' || first === 'test' || (name !== 'npm' && scripts[first] !== undefined);
  return own ? { script: first, rest: rest(all.indexOf(first) + 1) } : undefined;
}

/** Without the debugger's switches. */
const withoutDebugging = (all: readonly string[]): readonly string[] =>
  all.filter((word) => !/^--inspect(?:-brk)?(?:=|$)/.test(word));

const development =
  /^(?:nodemon|ts-node-dev|tsnd|concurrently|run-p|wrangler|ng|gatsby|parcel|expo|electron|storybook|jest|vitest|mocha|ava|tap|c8|nyc|playwright|cypress|echo|serve|http-server|nginx|lerna|turbo|nx|docker|docker-compose|tsc|eslint|sls|serverless|sleep|tail|true|exit|bash|sh|gulp|grunt|webpack|webpack-dev-server|react-scripts|vue-cli-service|vite|rollup|esbuild|tsup|supervisor|node-dev|npm|yarn|pnpm|lint-staged|husky|nps)$/;
const developmentOf: Readonly<Record<string, RegExp>> = {
  // Bun runs files; all that it does besides is no process.
  bun: /^(?!run$|.*\.\w+$)/,
  next: /^(?!start$)/,
  nuxt: /^(?!start$|preview$)/,
  nest: /./,
  astro: /./,
  remix: /./,
  strapi: /^(?!start$)/,
  keystone: /^(?!start$)/,
  tsx: /^watch$/,
};

/** Whether words start a development server, a watcher, a test, or no server at all. */
export function isDevelopment(all: readonly string[]): boolean {
  const [first = '', verb = ''] = all;
  const name = first.replace(/^.*\/|\.cmd$/g, '');
  if (first === '' || development.test(name)) return true;
  if (all.some((word) => /^--(?:watch|hot)(?:=|-path|$)/.test(word))) return true;
  if (name === 'fastify' && all.some((word) => word === '-w')) return true;
  if (name === 'node' && /(?:^|\/)ace(?:\.js)?$/.test(verb)) return true;
  if (name === 'node' && all.includes('--test')) return true;
  return developmentOf[name]?.test(verb) ?? false;
}
