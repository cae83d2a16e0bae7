/** Python source as detection reads it: plain data, no tree of the parser's behind it. */

/** Where something stands: in a function, in a class, under `__main__`, or in the module itself. */
export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'main' | 'prefix';
  /** The function's or the class's name; the prefix that a `with env.prefixed(…)` sets. */
  readonly name: string;
  readonly above?: Scope;
}

/** An expression; `name` is dotted and spelled out by the module's imports. */
export type Value =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly line: number;
      /** Where the literal begins, in characters. */
      readonly start: number;
      /** It is a statement of its own: documentation. */
      readonly isStatement?: boolean;
    }
  | { readonly kind: 'literal'; readonly text: string; readonly line: number }
  | { readonly kind: 'name'; readonly name: string; readonly line: number }
  | { readonly kind: 'member'; readonly of: Value; readonly name: string; readonly line: number }
  | Item
  | Call
  | { readonly kind: 'other'; readonly parts: readonly Value[]; readonly line: number };

/** `of[key]`. */
export interface Item {
  readonly kind: 'item';
  readonly of: Value;
  readonly key: Value;
  readonly line: number;
  readonly scope: Scope;
}

/** `callee(args, keyword=value)`, wherever it stands. */
export interface Call {
  readonly kind: 'call';
  readonly callee: Value;
  readonly args: readonly Value[];
  readonly keywords: Readonly<Record<string, Value>>;
  readonly line: number;
  readonly scope: Scope;
}

/** `target = value`, also an annotated field without a value. */
export interface Assignment {
  readonly target: Value;
  readonly annotation?: string;
  readonly value?: Value;
  readonly line: number;
  readonly scope: Scope;
}

/** `"key": value` of a dictionary. */
export interface Pair {
  readonly key: Value;
  readonly value: Value;
  readonly line: number;
}

/** A class and what it derives from. */
export interface Class {
  readonly name: string;
  readonly bases: readonly Value[];
  readonly line: number;
}

/** A function with its decorators; `required` names the parameters that have no default. */
export interface Func {
  readonly name: string;
  readonly decorators: readonly Value[];
  readonly parameters: readonly string[];
  readonly required: readonly string[];
  readonly result?: string;
  readonly line: number;
  readonly scope: Scope;
}

/** One module's contents, in the order of the text. */
export interface Module {
  readonly path: string;
  /** Local name → dotted name of what was imported. */
  readonly imports: ReadonlyMap<string, string>;
  /** Every module that an import names, as it is written. */
  readonly modules: ReadonlySet<string>;
  readonly calls: readonly Call[];
  readonly assignments: readonly Assignment[];
  readonly items: readonly Item[];
  readonly pairs: readonly Pair[];
  /** Parameters of functions that have a default. */
  readonly defaults: readonly {
    readonly name: string;
    readonly value: Value;
    readonly line: number;
  }[];
  readonly classes: readonly Class[];
  readonly functions: readonly Func[];
  readonly texts: readonly Extract<Value, { kind: 'text' }>[];
  /** A call → what stands after it and `or`. */
  readonly alternatives: ReadonlyMap<Value, Value>;
  /** What functions return, by the function's scope. */
  readonly returns: readonly { readonly value: Value; readonly scope: Scope }[];
}
