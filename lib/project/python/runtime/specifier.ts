/** A version as numbers: `3.10.2` → [3, 10, 2]. */
type Numbers = readonly number[];

const numbers = (text: string): Numbers => text.split('.').map(Number);

const compare = (a: Numbers, b: Numbers): number => {
  for (const index of [0, 1, 2]) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** `3.10` → [3, 11]: the first version that has no longer this beginning. */
const after = (version: Numbers): Numbers =>
  version.map((number, index) => (index === version.length - 1 ? number + 1 : number));

const begins = (version: Numbers, start: Numbers): boolean =>
  start.every((number, index) => version[index] === number);

type Test = (version: Numbers, bound: Numbers) => boolean;

/** The operators of PEP 440 and of Poetry. */
const operators: Readonly<Record<string, Test>> = {
  '>=': (version, bound) => compare(version, bound) >= 0,
  '>': (version, bound) => compare(version, bound) > 0,
  '<=': (version, bound) => compare(version, bound) <= 0,
  '<': (version, bound) => compare(version, bound) < 0,
  '==': begins,
  '===': begins,
  '=': begins,
  '': begins,
  '!=': (version, bound) => !begins(version, bound),
  '~=': (version, bound) =>
    compare(version, bound) >= 0 && compare(version, after(bound.slice(0, -1))) < 0,
  '^': (version, bound) => compare(version, bound) >= 0 && version[0] === bound[0],
  '~': (version, bound) =>
    compare(version, bound) >= 0 && compare(version, after(bound.slice(0, 2))) < 0,
};

const clause = /^(===|==|~=|!=|<=|>=|<|>|\^|~|=)?\s*v?(\d+(?:\.\d+)*)(?:\.\*)?$/;

/** Whether a version (`3.12.1`) is inside a range as PEP 440 or Poetry writes it. */
export function satisfies(version: string, range: string): boolean {
  return range.split('||').some((part) =>
    part
      .split(/,|\s+(?=[<>=!~^])/)
      .map((each) => each.trim())
      .filter((each) => each !== '' && each !== '*')
      .every((each) => {
        const [, operator = '', bound] = clause.exec(each) ?? [];
        return (
          bound !== undefined && (operators[operator]?.(numbers(version), numbers(bound)) ?? false)
        );
      }),
  );
}

/** Whether some patch of a minor version (`3.12`) is inside a range. */
export function admits(range: string, minor: string): boolean {
  const named = [...range.matchAll(/\d+\.\d+\.(\d+)/g)].map(([, patch]) => patch);
  return ['0', '99', ...named].some((patch) => satisfies(`${minor}.${patch}`, range));
}
