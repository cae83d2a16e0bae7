import { lineOf } from '../lines.ts';

/** The format of a lock file → the major of the manager that writes it. */
const formats: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  npm: [[/"lockfileVersion"\s*:\s*1\b/, '6']],
  yarn: [
    [/^# yarn lockfile v1/m, '1'],
    [/^__metadata:\s+version: ["']?(?:8|9|1\d)\b/m, '4'],
    [/^__metadata:\s+version: ["']?[67]\b/m, '3'],
    [/^__metadata:\s+version: ["']?[45]\b/m, '2'],
  ],
  pnpm: [
    [/^lockfileVersion: ["']?9\b/m, '9'],
    [/^lockfileVersion: ["']?6\b/m, '8'],
    [/^lockfileVersion: ["']?5\.4\b/m, '7'],
    [/^lockfileVersion: ["']?5\b/m, '6'],
  ],
};

/** The major of the manager that a lock file's format tells, where it tells one. */
export function lockVersion(
  manager: string,
  text: string,
): { readonly version: string; readonly line: number } | undefined {
  const found = formats[manager]?.find(([pattern]) => pattern.test(text));
  return found && { version: found[1], line: lineOf(text, found[0]) };
}
