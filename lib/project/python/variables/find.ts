import { nameIn, textIn } from '../syntax/ask.ts';
import type { Module } from '../syntax/types.ts';
import { isAlias, readsByCalls } from './calls.ts';
import { readersIn } from './libraries.ts';
import { isVariable, type Read } from './read.ts';
import { readsBySettings } from './settings.ts';

/** Every read of a variable by the project's code, by name, then in the order of the modules. */
export function readsIn(modules: readonly Module[]): readonly Read[] {
  const found = [
    ...modules.flatMap(readsByItems),
    ...readsByCalls(modules, readersIn(modules)),
    ...readsBySettings(modules),
  ];
  return found
    .filter(({ name }) => !systems.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Variables that the system sets, not whoever deploys the app. */
const systems = new Set([
  'PATH',
  'HOME',
  'PWD',
  'USER',
  'SHELL',
  'TMPDIR',
  'PYTHONPATH',
  'VIRTUAL_ENV',
  'TERM',
  'LANG',
]);

/** `os.environ["X"]`, where it is not set. */
function readsByItems(module: Module): readonly Read[] {
  const targets = new Set(module.assignments.map(({ target }) => target));
  return module.items
    .filter((item) => !targets.has(item))
    .flatMap(({ of, key, line }) => {
      const name = textIn(key);
      const object = nameIn(of) ?? '';
      const reads = object === 'os.environ' || isAlias(object, module);
      return reads && isVariable(name) ? [{ name, path: module.path, line }] : [];
    });
}
