import { get } from '../../../lib/documents/json.ts';
import type { Project } from '../../../lib/types.ts';

const tests = /[.-](?:test|spec)\.[cm]?tsx?$/;

/**
 * Whether the build compiles tests, too: a runner that looks for them everywhere would run them
 * once more as they were compiled, so it comes first.
 */
export function compilesTests({ facts, theirs, stack }: Project): boolean {
  const path = facts.output?.evidence[0]?.replace(/:\d+$/, '') ?? '';
  const text = /\.json$/.test(path) && path !== 'package.json' ? theirs.read(path) : undefined;
  const script = stack.language.scripts?.(theirs).test ?? '';
  if (text === undefined || !/\b(?:jest|vitest)\b/.test(script)) return false;
  const [include, exclude] = [patternsIn(text, 'include'), patternsIn(text, 'exclude')];
  const isCompiled = (file: string): boolean =>
    (include === undefined || include.some((each) => file.startsWith(fixed(each)))) &&
    !exclude?.some((each) => /test|spec/.test(each));
  return theirs.list().some((file) => tests.test(file) && isCompiled(file));
}

/** What a pattern begins with, up to what may vary. */
const fixed = (pattern: string): string => pattern.replace(/^\.\//, '').replace(/\*.*$/, '');

/** A list of the compiler's settings; a file with a mistake in it tells nothing. */
function patternsIn(text: string, key: string): readonly string[] | undefined {
  try {
    const value = get(text, [key]);
    return Array.isArray(value) ? value.map(String) : undefined;
  } catch {
    return undefined;
  }
}
