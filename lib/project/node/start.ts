import type { Files } from '../../types.ts';
import type { Dockerfile } from '../dockerfile.ts';
import type { Named } from '../procfile.ts';
import { imageCommand } from './image.ts';
import type { Layout } from './layout.ts';
import { type Manifest, placeIn } from './manifest.ts';
import { type Resolved, resolveCommand } from './scripts.ts';

/** The real process, with the places that led to it. */
export interface Started extends Resolved {
  readonly at: readonly string[];
}

export interface Sources {
  readonly manifest: Manifest;
  readonly text: string;
  readonly files: Files;
  readonly docker: Dockerfile | undefined;
  readonly procfile: readonly Named[];
  readonly pm2: readonly Named[];
  readonly layout: Layout;
}

/** The real start process: of the first place that names one of production. */
export function startOf(sources: Sources): Started | undefined {
  const { manifest, procfile, docker, pm2 } = sources;
  const scripts = manifest.scripts ?? {};
  const image = docker && imageCommand(sources.files, docker);
  const web = procfile.filter(({ name }) => name === 'web');
  const production = ['start:prod', 'start:production', 'serve:prod', 'prod', 'production'];
  const named = [...production, 'start', 'server', 'serve', 'start:server'].filter(
    (name) => scripts[name] !== undefined,
  );
  const candidates: readonly (() => Started | undefined)[] = [
    ...web.map(
      ({ command, at }) =>
        () =>
          followed(sources, command, at),
    ),
    ...(image ? [() => followed(sources, image.command, image.at)] : []),
    ...named.map((name) => () => followed(sources, `npm run ${name}`)),
    ...pm2.slice(0, 1).map(
      ({ command, at }) =>
        () =>
          followed(sources, command, at),
    ),
  ];
  const found = candidates.flatMap((candidate) => candidate() ?? []);
  const strong = found.find((each) => !isTranspiled(each.words));
  const [weak] = found;
  return strong ?? (weak && (built(sources, weak) ?? weak)) ?? fromMain(sources);
}

/** A command followed to its process; `node .` and files of pm2 are resolved. */
function followed(sources: Sources, command: string, at?: string): Started | undefined {
  const { manifest, text, pm2 } = sources;
  const found = resolveCommand(command, manifest.scripts ?? {});
  if (!found) return undefined;
  const places = [at ?? [], found.through.map((name) => placeIn(text, 'scripts', name))].flat();
  if (isManaged(found.words)) {
    const managed = managedBy(found.words, pm2);
    return managed && followed(sources, managed.command, at ?? places[0]);
  }
  const real = mainOf(sources, found.words);
  return real && { ...found, words: real, at: places };
}

const isManaged = ([program = '']: readonly string[]): boolean =>
  /^(?:pm2|pm2-runtime|pm2-docker|forever)$/.test(program.replace(/^.*\//, ''));

/** What pm2 or forever runs: the process itself, for the platform keeps it alive. */
function managedBy(all: readonly string[], pm2: readonly Named[]): { command: string } | undefined {
  const [, ...rest] = all;
  const target = rest.find((word) => /[./]/.test(word) || /^(?:npm|yarn|pnpm)$/.test(word));
  if (target === undefined || /(?:ecosystem|process|pm2)[\w.]*\.(?:[cm]?js|json)$/.test(target))
    return pm2[0];
  const dashes = rest.indexOf('--');
  const passed = dashes < 0 ? '' : rest.slice(dashes + 1).join(' ');
  return {
    command: /^(?:npm|yarn|pnpm)$/.test(target)
      ? `${target} ${passed}`
      : `node ${target} ${passed}`.trim(),
  };
}

/** `node .` starts what `main` names. */
function mainOf(
  { manifest, layout }: Sources,
  all: readonly string[],
): readonly string[] | undefined {
  const at = all.findIndex((word) => /^\.\/?$/.test(word));
  if (all[0] !== 'node' || at < 0) return all;
  const main = manifest.main ?? layout.guess;
  return main === undefined ? undefined : all.with(at, main.replace(/^\.\//, ''));
}

const isTranspiled = (all: readonly string[]): boolean =>
  all[0] !== 'bun' &&
  (/(?:^|\/)(?:ts-node|tsx|ts-node-esm|babel-node|esno|esr|swc-node|jiti)$/.test(all[0] ?? '') ||
    all.some((word) => /ts-node|tsx|@babel\/register|@swc-node|\.tsx?$/.test(word)));

/** What the build makes of the file that a transpiling start runs. */
function built(
  { layout }: Sources,
  { at, before, through, words: all }: Started,
): Started | undefined {
  const source = all.find((word) => /\.[cm]?[jt]sx?$/.test(word));
  const output = source && layout.builds ? layout.outputOf(source.replace(/^\.\//, '')) : undefined;
  return output === undefined ? undefined : { words: ['node', output], at, before, through };
}

/** Without any command: what `main` or the usual names of an entry point hold. */
function fromMain(sources: Sources): Started | undefined {
  const { manifest, text, files, layout } = sources;
  const { main } = manifest;
  const file = main?.replace(/^\.\//, '');
  const there =
    file !== undefined && (files.read(file) !== undefined || layout.sourceOf(file) !== undefined);
  const at = there ? placeIn(text, 'main') : undefined;
  const path = there ? file : layout.guess;
  if (path === undefined) return undefined;
  const runs = /\.[cm]?tsx?$/.test(path) ? layout.outputOf(path) : path;
  const program = isBabels(sources, path) ? 'babel-node' : 'node';
  return runs === undefined || !layout.listens
    ? undefined
    : { words: [program, runs], at: [at ?? `${path}:1`], before: [], through: [] };
}

/** Modules that only Babel can load: the manifest doesn't say that they are, and scripts run them by it. */
const isBabels = ({ manifest, files }: Sources, path: string): boolean =>
  manifest.type !== 'module' &&
  /(?:^|\s)babel-node\s/.test(Object.values(manifest.scripts ?? {}).join('\n')) &&
  /^\s*(?:import|export)\s/m.test(files.read(path) ?? '');
