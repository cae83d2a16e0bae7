import { bindingsOf } from './bindings.ts';
import { bare, dotted, type Node, nameOf, type Source } from './syntax.ts';

/** Whether an expression is the environment: `process.env`, or a name bound to it. */
export function isEnvironment(source: Source, node: Node | undefined): boolean {
  const plain = bare(node);
  const name = dotted(plain).replace(/^globalThis\./, '');
  if (name === 'process.env' || name === 'Bun.env') return true;
  if (plain?.type !== 'Identifier') return false;
  const binding = bindingsOf(source).get(name);
  if (!binding) return false;
  const path = binding.path.join('.');
  if (binding.from) return /^(?:node:)?process$/.test(binding.from) && path === 'env';
  if (path === 'env' && nameOf(binding.init) === 'process') return true;
  return path === '' && binding.init !== plain && isEnvironment(source, binding.init);
}
