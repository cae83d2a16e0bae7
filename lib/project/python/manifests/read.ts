import { pythonParser } from '../../../documents/python/parser.ts';
import type { Files } from '../../../types.ts';
import { readModule } from '../syntax/read.ts';
import type { Module } from '../syntax/types.ts';
import { below } from '../text.ts';
import { keyed, pyprojectRequirements } from './pyproject.ts';
import type { Requirement } from './requirement.ts';
import { requirementsFiles, requirementsIn } from './requirements.ts';
import { setupCfgRequirements, setupPyRequirements } from './setup.ts';
import { readToml, type Toml, tableAt } from './toml.ts';

/** What a project's manifests say, read once. */
export interface Manifests {
  /** The folder that they stand in, `''` for the root. */
  readonly base: string;
  readonly pyproject: Toml | undefined;
  readonly pipfile: Toml | undefined;
  readonly setupCfg: string | undefined;
  readonly setupPy: Module | undefined;
  readonly requirementsFiles: readonly string[];
  readonly requirements: readonly Requirement[];
  /** The manifests that are there, the one that counts most first. */
  readonly paths: readonly string[];
}

/** Reads every manifest in a folder. Throws ImagineError where one can't be read. */
export async function readManifests(files: Files, base: string): Promise<Manifests> {
  const path = (name: string): string => below(base, name);
  const pyproject = await readToml(files, path('pyproject.toml'));
  const pipfile = await readToml(files, path('Pipfile'));
  const setupCfg = files.read(path('setup.cfg'));
  const setupPy = await moduleAt(files, path('setup.py'));
  const lists = requirementsFiles(files, base);
  return {
    base,
    pyproject,
    pipfile,
    setupCfg,
    setupPy,
    requirementsFiles: lists,
    requirements: [
      ...(pyproject ? pyprojectRequirements(pyproject) : []),
      ...(pipfile ? keyed(pipfile, tableAt(pipfile.table, 'packages'), false) : []),
      ...(pipfile ? keyed(pipfile, tableAt(pipfile.table, 'dev-packages'), true) : []),
      ...requirementsIn(files, lists),
      ...(setupCfg === undefined ? [] : setupCfgRequirements(path('setup.cfg'), setupCfg)),
      ...(setupPy ? setupPyRequirements(setupPy) : []),
    ],
    paths: [
      ...['pyproject.toml', 'Pipfile'].map(path),
      ...lists,
      ...['setup.cfg', 'setup.py'].map(path),
    ].filter((each) => files.read(each) !== undefined),
  };
}

async function moduleAt(files: Files, path: string): Promise<Module | undefined> {
  const text = files.read(path);
  return text === undefined ? undefined : readModule(await pythonParser(), path, text);
}

/** The requirement of a package: one of production first, then of development. */
export const requirementOf = (
  { requirements }: Manifests,
  ...names: readonly string[]
): Requirement | undefined =>
  requirements.find(({ name, dev }) => !dev && names.includes(name)) ??
  requirements.find(({ name }) => names.includes(name));

/** A requirement's place, as evidence. */
export const placeOf = ({ file, line }: Pick<Requirement, 'file' | 'line'>): string =>
  `${file}:${line}`;
