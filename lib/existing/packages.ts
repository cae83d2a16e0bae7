import type { Project } from '../types.ts';
import { managerOf } from './installing.ts';

/** Packages of a workspace that an app needs built before itself. */
export interface Packages {
  /** The way up from the app to the workspace's root. */
  readonly up: string;
  /** Each after those that it needs itself. */
  readonly names: readonly string[];
  /** Those whose built files it serves, though it does not depend on them. */
  readonly beside: readonly string[];
  /** The app's own name. */
  readonly app: string | undefined;
  /** The root has builds by turbo. */
  readonly turbo: boolean;
}

/** A command, and the way up from the app to the folder in which it is run. */
interface Building {
  readonly run: string;
  readonly up: string;
}

/** What builds the packages of the workspace that an app needs; undefined where it needs none. */
export function buildingPackages(project: Project): Building | undefined {
  const { facts, manager } = project;
  const found = facts.packages?.value;
  const installer = managerOf(project);
  if (!found || !installer?.members) return undefined;
  const { up, names, beside, app, turbo } = found;
  const needs =
    turbo && app
      ? manager.exec('turbo', 'run', 'build', `--filter="${app}^..."`)
      : installer.members('build', names, app);
  const run = [
    ...(names.length > 0 ? [needs] : []),
    ...(beside.length > 0 ? [installer.members('build', beside, undefined)] : []),
  ];
  return { run: run.join(' && '), up };
}
