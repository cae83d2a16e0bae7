import { callee } from './calls.ts';
import type { Code } from './code.ts';
import { exported, type Place } from './exports.ts';
import { children, literal } from './syntax.ts';
import { walk } from './walk.ts';

/**
 * What Nest's ConfigService gives under a key: a namespace (`registerAs('app', …)` for `app.port`),
 * or a file of settings that is loaded as it is.
 */
export function namespaced(code: Code, key: string): Place | undefined {
  const [space, ...path] = key.split('.');
  for (const source of code.with(/registerAs/)) {
    let found: Place | undefined;
    walk(source.program, (node) => {
      if (node.type !== 'CallExpression' || callee(node) !== 'registerAs') return;
      const [name, factory] = children(node, 'arguments');
      if (literal(name) === space && factory) found ??= { source, node: factory, path };
    });
    if (found) return found;
  }
  const settings = code.with(/export default/).filter(({ path: file }) => /config/i.test(file));
  return settings
    .map((source) => exported(code, source, ['default', ...key.split('.')], 0))
    .find(Boolean);
}
