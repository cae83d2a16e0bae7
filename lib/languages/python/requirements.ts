import { posix } from 'node:path';
import * as requirements from '../../documents/requirements.ts';
import type { Files } from '../../types.ts';
import type { FindHomes, Home } from './homes.ts';
import { printed } from './requirement.ts';

/** Where what runs stands, and where what development needs: the first that is written by hand. */
const runtime = [
  ...['requirements.in', 'requirements/base.in', 'requirements/requirements.in'],
  ...['requirements/main.in', 'requirements/prod.in', 'requirements/production.in'],
  ...['requirements.txt', 'requirements/base.txt', 'requirements/common.txt'],
  ...['requirements/requirements.txt', 'requirements/production.txt', 'requirements/prod.txt'],
];
const development = [
  ...['requirements-dev.in', 'dev-requirements.in', 'requirements/dev.in'],
  ...['requirements-dev.txt', 'requirements_dev.txt', 'dev-requirements.txt'],
  ...['requirements/dev.txt', 'requirements/development.txt', 'requirements/local.txt'],
];

/** Requirements files; what another tool exported is none of the user's own. */
export const requirementFiles: FindHomes = (files) => {
  const main = runtime.find((path) => byHand(files, path));
  if (main === undefined) return undefined;
  const other = development.find((path) => byHand(files, path)) ?? main;
  return { main: homeAt(main), development: homeAt(other) };
};

function byHand(files: Files, path: string): boolean {
  const text = files.read(path);
  return (
    text !== undefined &&
    requirements.header(text) === undefined &&
    !isHashed(files, path, new Set())
  );
}

/** Whether pip asks for the hash of everything in a file: one hash does that, in what it includes, too. */
function isHashed(files: Files, path: string, seen: Set<string>): boolean {
  const text = files.read(path);
  if (text === undefined || seen.has(path)) return false;
  seen.add(path);
  const included = [...text.matchAll(/^\s*(?:-r|--requirement)[ =]?\s*(\S+)/gm)].map(
    ([, to = '']) => posix.join(posix.dirname(path), to),
  );
  return (
    /^(?:[^#]*\s)?--(?:require-hashes|hash\b)/m.test(text) ||
    included.some((each) => isHashed(files, each, seen))
  );
}

const homeAt = (path: string): Home => ({
  path,
  ranges: (text) =>
    Object.fromEntries(
      requirements.names(text).map((name) => [name, requirements.version(text, name) ?? '']),
    ),
  add: (text, requirement) => requirements.add(text, printed(requirement)),
});
