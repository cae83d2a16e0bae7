import type { Naming } from '../naming.ts';
import { calleeOf, lastOf, nameIn } from '../syntax/ask.ts';
import type { Module } from '../syntax/types.ts';
import type { Candidate } from './candidates.ts';
import type { Framework } from './frameworks.ts';

/** The application object: how a server names it, and where it is made. */
export interface Application {
  /** `module:object`; a factory ends in `()`. */
  readonly target: string;
  /** The folder that the target is imported from, `''` for the root. */
  readonly root: string;
  readonly path: string;
  readonly line: number;
  /** What shows it: where it is made, or the setting or command that names it. */
  readonly place: string;
  readonly protocol: 'wsgi' | 'asgi' | 'own';
}

/** The best of the places where a framework's application is made, if one can be imported. */
export function bestOf(
  candidates: readonly Candidate[],
  framework: Framework | undefined,
  modules: readonly Module[],
  naming: Naming,
): Application | undefined {
  const mounted = new Set(modules.flatMap(mountedIn));
  const weight = (each: Candidate): number => weigh(each) - (mounted.has(each.name ?? '') ? 15 : 0);
  const [best] = candidates
    .filter(
      (each) => each.framework.name === framework?.name && each.name !== undefined && !each.needs,
    )
    .sort((a, b) => weight(b) - weight(a));
  return best && applicationAt(best, naming);
}

function applicationAt(candidate: Candidate, naming: Naming): Application {
  const { module, framework, factory, line, name } = candidate;
  const asgi = framework.asgi?.test(lastOf(naming.dotted(module.path)));
  return {
    target: `${naming.dotted(module.path)}:${name}${factory ? '()' : ''}`,
    root: naming.root(module.path),
    path: module.path,
    line,
    place: `${module.path}:${line}`,
    protocol: asgi ? 'asgi' : framework.protocol,
  };
}

const names: readonly (readonly [RegExp, number])[] = [
  [/(?:^|\/)wsgi\.py$/, 7],
  [/(?:^|\/)(?:asgi|main)\.py$/, 6],
  [/(?:^|\/)(?:app|application|server|run|api|web)\.py$/, 3],
  [/(?:^|\/)__init__\.py$/, 2],
  [/(?:^|\/)manage\.py$/, -4],
  [/(?:^|\/)(?:scripts|bin|tools|cli|worker|celery)(?:\/|\.|_)/, -8],
];

function weigh({ module, name = '', factory }: Candidate): number {
  const byName = names.filter(([pattern]) => pattern.test(module.path));
  const points = byName.reduce((sum, [, each]) => sum + each, 0);
  const known = /^(?:app|application|api|server)$/.test(name) ? 3 : 0;
  return points + known + (factory ? 0 : 10) - module.path.split('/').length;
}

/** Names of applications that another one mounts. */
const mountedIn = ({ calls }: Module): readonly string[] =>
  calls
    .filter((call) => /(?:^|\.)(?:mount|Mount|add_subapp)$/.test(calleeOf(call)))
    .flatMap(({ args, keywords }) => [...args, ...Object.values(keywords)])
    .flatMap((value) => lastOf(nameIn(value) ?? '') || []);
