import type { Fact } from '../../../types.ts';
import { type Manifests, placeOf } from '../manifests/read.ts';
import type { Requirement } from '../manifests/requirement.ts';
import { satisfies } from './specifier.ts';

/** The newest Python that an old major of Django runs on; what is newer runs on all. */
const majors: readonly (readonly [RegExp, string])[] = [
  [/^(?:==|~=|\^|~)?\s*1\./, '3.7'],
  [/^(?:==|~=|\^|~)?\s*2\./, '3.9'],
  [/^(?:==|~=|\^|~)?\s*3\./, '3.10'],
  [/^(?:==|~=|~)\s*4\.[01](?:\.|$)/, '3.11'],
  [/^(?:==|~=|~|\^)\s*4\.2/, '3.12'],
  [/^(?:==|~=|~)\s*5\.0/, '3.12'],
];

/**
 * Packages with a compiled part, or a fault: the first release that a newer Python can have, by the
 * Python before it. From the wheels for Linux of each release on PyPI.
 */
const firsts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aiohttp: { '3.11': '3.9', '3.12': '3.10.5' },
  asyncpg: { '3.10': '0.27', '3.11': '0.29', '3.12': '0.30' },
  cffi: { '3.10': '1.15.1', '3.11': '1.16', '3.12': '1.17' },
  gevent: { '3.11': '23.7', '3.12': '24.10.1' },
  greenlet: { '3.10': '1.1.3', '3.11': '3.0', '3.12': '3.1' },
  lxml: { '3.11': '4.9.3', '3.12': '5.3' },
  numpy: { '3.10': '1.23.2', '3.11': '1.26', '3.12': '2.1' },
  orjson: { '3.12': '3.10.7' },
  pandas: { '3.10': '1.5', '3.11': '2.1.1', '3.12': '2.2.3' },
  pillow: { '3.10': '9.2', '3.11': '10.0', '3.12': '10.4' },
  'psycopg2-binary': { '3.10': '2.9.5', '3.11': '2.9.9', '3.12': '2.9.10' },
  pydantic: { '3.12': '2.8' },
  'pydantic-core': { '3.12': '2.20' },
  pyyaml: { '3.11': '6.0.1' },
  sqlalchemy: { '3.12': '2.0.31' },
  uvloop: { '3.10': '0.17', '3.11': '0.18', '3.12': '0.21' },
};
/** Pure in their releases before. */
const since: Readonly<Record<string, string>> = { pydantic: '2.0', sqlalchemy: '2.0' };

/** The newest Python that everything runs on which the project holds at one version. */
export function capOf({ requirements }: Manifests): Fact<string> | undefined {
  const found = requirements.flatMap((requirement) => {
    const value = limitOf(requirement);
    return value === undefined ? [] : [{ value, evidence: [placeOf(requirement)] }];
  });
  return found.toSorted((a, b) => order(a.value) - order(b.value))[0];
}

function limitOf({ name, specifier }: Requirement): string | undefined {
  if (name === 'django') return majors.find(([pattern]) => pattern.test(specifier))?.[1];
  const version = /^==\s*(\d+(?:\.\d+)*)$/.exec(specifier.trim())?.[1];
  const isPure = version !== undefined && !satisfies(version, `>=${since[name] ?? '0'}`);
  if (version === undefined || isPure) return undefined;
  const rows = Object.entries(firsts[name] ?? {});
  return rows.find(([, first]) => !satisfies(version, `>=${first}`))?.[0];
}

/** The minors of Python 3 in their order. */
export const order = (minor: string): number => Number(minor.split('.')[1]);
