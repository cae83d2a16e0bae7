import type { Code } from '../../project/node/code/code.ts';
import { layoutOf } from '../../project/node/layout.ts';
import { type Manifest, readManifest } from '../../project/node/manifest.ts';
import type { Facts, Project } from '../../types.ts';

/** A file that a command of the project begins with. */
export interface Started {
  readonly path: string;
  /** The command itself brings `.env` to it. */
  readonly flagged: boolean;
  /** The command says that this is production or a test, where the tool's own module loads nothing. */
  readonly deployed: boolean;
}

const runners =
  /^(?:node|nodejs|nodemon|node-dev|tsx|ts-node(?:-dev|-esm)?|tsnd|babel-node|swc-node|bun|forever|pm2(?:-\w+)?)$/;
const flag =
  /(?:^|[\s"'])(?:--env-file(?:-if-exists)?[= ](?:\.\/)?\.env|(?:-r|--require|--import)[= ]dotenv\/config)(?=["'\s]|$)/;

const deploying = /\bNODE_ENV=["']?(?:production|test)\b/;
const startedAs = (path: string, command: string): Started => ({
  path,
  flagged: flag.test(command),
  deployed: deploying.test(command),
});

/** What the project starts: its process, those of its Procfile and its like, and its scripts; no tests. */
export function startedBy({ facts, theirs }: Project, code: Code): readonly Started[] {
  const manifest = readManifest(theirs.read('package.json') ?? '{}');
  const layout = layoutOf(theirs, manifest, undefined);
  const entry = facts.entry?.value;
  const fileOf = (word: string): string | undefined => {
    const path = word.replace(/^\.\//, '');
    if (path === '.' || path === '') return entry;
    if (word.startsWith('-') || !/^[\w./-]+$/.test(path)) return undefined;
    return layout.sourceOf(path) ?? code.resolve('package.json', `./${path}`);
  };
  const started = commandsOf(facts, manifest).flatMap((command): readonly Started[] => {
    const words = command.split(/[\s"'`]+/).filter(Boolean);
    const at = words.findIndex((word) => runners.test(word.replace(/^.*\//, '')));
    if (at < 0 || words.includes('--test')) return [];
    const files = words.slice(at + 1).flatMap((word) => fileOf(word) ?? []);
    const own = files.length === 0 && words[at] === 'nodemon' && entry ? [entry] : files;
    return own.map((path) => startedAs(path, command));
  });
  if (entry === undefined) return started;
  return [startedAs(entry, facts.start?.value.join(' ') ?? ''), ...started];
}

/** The commands of processes and scripts, each by itself. */
function commandsOf(facts: Facts, { scripts = {} }: Manifest): readonly string[] {
  const named = Object.entries(scripts).filter(([name]) => !/test/.test(name));
  const all = [...Object.values(facts.processes?.value ?? {}), ...named.map(([, each]) => each)];
  return all.flatMap((command) => command.split(/&&|\|\||[;&|]/));
}
