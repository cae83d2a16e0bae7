import type { Assignment, Call, Func, Module, Scope, Value } from './types.ts';

/** The dotted name of what is called, `''` where it has none; a method on a call is its own name. */
export const calleeOf = ({ callee }: Call): string =>
  callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';

/** The dotted name that a value is, if it is one. */
export const nameIn = (value: Value | undefined): string | undefined =>
  value?.kind === 'name' ? value.name : undefined;

/** The text that a value is, if it is one. */
export const textIn = (value: Value | undefined): string | undefined =>
  value?.kind === 'text' ? value.text : undefined;

/** A value and all that is inside it. */
export function* insideOf(value: Value | undefined): Generator<Value> {
  if (value === undefined) return;
  yield value;
  const parts: readonly Value[] =
    value.kind === 'call'
      ? [value.callee, ...value.args, ...Object.values(value.keywords)]
      : value.kind === 'other'
        ? value.parts
        : value.kind === 'item'
          ? [value.of, value.key]
          : value.kind === 'member'
            ? [value.of]
            : [];
  for (const part of parts) yield* insideOf(part);
}

/** The nearest scope of a kind, outwards. */
export function scopeOf(scope: Scope | undefined, kind: Scope['kind']): Scope | undefined {
  return scope === undefined || scope.kind === kind ? scope : scopeOf(scope.above, kind);
}

/** Whether a name bound in a scope can be imported: it stands in no function, class or `__main__`. */
export const isImportable = (scope: Scope): boolean =>
  scope.kind === 'module' ||
  (scope.kind === 'prefix' && scope.above !== undefined && isImportable(scope.above));

/** The assignment that binds a value itself. */
export const bindingOf = ({ assignments }: Module, value: Value): Assignment | undefined =>
  assignments.find((each) => each.value === value);

/** The last assignment to a plain name that can be imported. */
export const assignedTo = ({ assignments }: Module, name: string): Assignment | undefined =>
  assignments.findLast(({ target, scope }) => isImportable(scope) && nameIn(target) === name);

/** The function that a scope lies in, if the module defines it at its top. */
export const functionOf = ({ functions }: Module, scope: Scope): Func | undefined => {
  const inner = scopeOf(scope, 'function');
  return (
    inner && functions.find(({ name, scope: own }) => name === inner.name && isImportable(own))
  );
};

/** The last part of a dotted name. */
export const lastOf = (dotted: string): string => dotted.slice(dotted.lastIndexOf('.') + 1);

/** A place in a module, as evidence. */
export const placeIn = ({ path }: Module, { line }: { readonly line: number }): string =>
  `${path}:${line}`;
