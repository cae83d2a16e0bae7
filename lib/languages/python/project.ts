import * as toml from '../../documents/toml.ts';
import type { FindHomes, Home } from './homes.ts';
import { normalised, printed } from './requirement.ts';

const path = 'pyproject.toml';

/** The canonical order of a pyproject.toml. */
export const order = {
  '': ['project', 'dependency-groups', 'tool'],
  project: ['name', 'version', 'description', 'readme', 'requires-python', 'dependencies'],
};

/** PEP 621 and PEP 735: `[project]` and `[dependency-groups]`. */
export const project: FindHomes = (files) => {
  const text = files.read(path);
  if (text === undefined) return undefined;
  const dynamic = toml.get(text, ['project', 'dynamic']);
  const moved = Array.isArray(dynamic) && dynamic.includes('dependencies');
  const listed = toml.get(text, ['project', 'dependencies']);
  const elsewhere = files
    .list()
    .some((each) => /^(?:requirements.*\.(?:txt|in)|Pipfile)$/.test(each));
  if (moved || toml.get(text, ['project']) === undefined) return undefined;
  if (listed === undefined && elsewhere) return undefined;
  return { main: projectHome, development: developmentHome };
};

/** `[project] dependencies`. */
export const projectHome = homeAt(['project', 'dependencies']);
/** `[dependency-groups] dev`. */
export const developmentHome = homeAt(['dependency-groups', 'dev']);

function homeAt(place: readonly string[]): Home {
  const ranges = (text: string) => rangesIn(toml.get(text, place));
  return {
    path,
    ranges,
    add: (text, requirement) =>
      normalised(requirement.name) in ranges(text)
        ? text
        : toml.append(text, place, printed(requirement), { order }),
  };
}

/** The ranges of a list of requirements; what includes another group has none. */
function rangesIn(list: unknown): Record<string, string> {
  const items = Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  const parts = items.map((item) => /^\s*([\w.-]+)\s*(?:\[[^\]]*\])?\s*([^;]*)/.exec(item) ?? []);
  return Object.fromEntries(
    parts.map(([, name = '', range = '']) => [normalised(name), range.trim()]),
  );
}
