import type { Module, Value } from './types.ts';

type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : T;

/** A module while it is being read. */
export class Reading implements Module {
  readonly path: string;
  readonly imports = new Map<string, string>();
  readonly modules = new Set<string>();
  readonly calls: Mutable<Module['calls']> = [];
  readonly assignments: Mutable<Module['assignments']> = [];
  readonly items: Mutable<Module['items']> = [];
  readonly pairs: Mutable<Module['pairs']> = [];
  readonly defaults: Mutable<Module['defaults']> = [];
  readonly classes: Mutable<Module['classes']> = [];
  readonly functions: Mutable<Module['functions']> = [];
  readonly texts: Mutable<Module['texts']> = [];
  readonly alternatives = new Map<Value, Value>();
  readonly returns: Mutable<Module['returns']> = [];

  constructor(path: string) {
    this.path = path;
  }

  /** A name as its import spells it out: `Env` → `environ.Env`. */
  spell(name: string): string {
    return this.imports.get(name) ?? name;
  }
}
