import type { Facts, Files } from '../../types.ts';
import type { Repository } from '../repository.ts';
import type { Candidate } from './application/candidates.ts';
import { candidatesIn } from './application/candidates.ts';
import { type Django, djangoIn } from './application/django.ts';
import { type Chosen, chooseFramework } from './application/stack.ts';
import { managerOf, runPrefix } from './manager.ts';
import { basesOf } from './manifests/base.ts';
import { type Manifests, readManifests } from './manifests/read.ts';
import { type Naming, namingOf } from './naming.ts';
import { readSources } from './sources.ts';
import type { Module } from './syntax/types.ts';
import { readsIn } from './variables/find.ts';
import type { Read } from './variables/read.ts';

/** All that was read of a Python project, once; every fact is found in it. */
export interface Gathered {
  readonly files: Files;
  readonly manifests: Manifests;
  readonly modules: readonly Module[];
  readonly naming: Naming;
  readonly candidates: readonly Candidate[];
  readonly chosen: Chosen | undefined;
  readonly django: Django;
  readonly reads: readonly Read[];
  readonly manager: Facts['packageManager'];
  /** What stands before a command so that it runs in the project's environment. */
  readonly run: string;
}

/** Reads a Python project. Throws ImagineError where a manifest can't be read. */
export async function gather(files: Files, around: Repository): Promise<Gathered> {
  const [base = ''] = await basesOf(files);
  const manifests = await readManifests(files, base);
  const modules = await readSources(files, base);
  const candidates = candidatesIn(modules);
  const manager = managerOf(files, around, manifests);
  return {
    files,
    manifests,
    modules,
    naming: namingOf(files, modules, base),
    candidates,
    chosen: chooseFramework(files, manifests, candidates),
    django: djangoIn(files.list(), modules),
    reads: readsIn(modules),
    manager,
    run: runPrefix(manager?.value),
  };
}

/** A command in the project's environment, run in one of its folders. */
export const commandIn = (folder: string, command: string): string =>
  folder === '' ? command : `cd ${folder} && ${command}`;
