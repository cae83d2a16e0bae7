import type { Files } from '../types.ts';

/** How settings say what the names of all their variables begin with: pydantic's, environs'. */
const said = /\benv_prefix["']?\s*[=:]\s*["'](\w+)["']|\.prefixed\(\s*["'](\w+)["']\s*\)/g;

/** A name without what the project's settings put before all of theirs: `APP_DATABASE_URL`. */
export function unprefixed(theirs: Files): (name: string) => string {
  const code = theirs.list().filter((path) => path.endsWith('.py'));
  const prefixes = code.flatMap((path) =>
    [...(theirs.read(path) ?? '').matchAll(said)].map(([, a, b]) => (a ?? b ?? '').toUpperCase()),
  );
  return (name) => {
    const prefix = prefixes.find((each) => name.startsWith(each));
    return prefix === undefined ? name : name.slice(prefix.length);
  };
}
