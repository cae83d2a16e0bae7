import { type Fact, fact } from '../../facts.ts';
import { lineOf } from '../lines.ts';
import type { Code } from './code/code.ts';

const names =
  'assert|child_process|cluster|crypto|dns|events|fs|https?|net|os|path|querystring|readline|stream|timers|url|util|zlib';
const prefixed = /(?:from|require\(|import)\s*['"]node:/;
const bare = new RegExp(`(?:from|require\\(|import)\\s*['"](?:${names})(?:/\\w+)?['"]`);

/** Where the code names Node's own modules without `node:`, and nowhere with it: what runs it may know no other way. */
export function bareBuiltinsOf({ sources }: Code): Fact<true> | undefined {
  if (sources.some(({ text }) => prefixed.test(text))) return undefined;
  const source = sources.find(({ text }) => bare.test(text));
  return source && fact(true, `${source.path}:${lineOf(source.text, bare)}`);
}
