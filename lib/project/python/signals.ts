import type { Facts } from '../../types.ts';
import { calleeOf, lastOf, nameIn, placeIn } from './syntax/ask.ts';
import type { Module } from './syntax/types.ts';

/** The signals that the code handles itself: `signal.signal(SIGTERM, …)`, `add_signal_handler`. */
export function signalsOf(modules: readonly Module[]): Facts['signals'] {
  const found = modules.flatMap((module) =>
    module.calls
      .filter(
        (call) =>
          calleeOf(call) === 'signal.signal' || lastOf(calleeOf(call)) === 'add_signal_handler',
      )
      .flatMap((call) => {
        const name = lastOf(nameIn(call.args[0]) ?? '');
        return /^SIG[A-Z]+\d*$/.test(name) ? [{ name, place: placeIn(module, call) }] : [];
      }),
  );
  if (found.length === 0) return undefined;
  const value = [...new Set(found.map(({ name }) => name))].sort();
  return { value, evidence: found.map(({ place }) => place) };
}
