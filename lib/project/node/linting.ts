const before = String.raw`(?:cross-env )?(?:\w+=\S+ )*(?:(?:npx|bunx|pnpm exec|yarn|npm exec) (?:-\S+ )*)?`;
const linter = new RegExp(
  `^${before}(?:eslint|oxlint|xo|tslint|jshint|(?:ts-|semi)?standard|(?:@biomejs/)?biome (?:ci|check|lint))(?: |$)`,
);
const besides = new RegExp(
  `^${before}(?:stylelint |tsc (?:.* )?--noEmit\\b|prettier (?:.* )?(?:--check|-c|--list-different|-l)\\b|biome format )`,
);
const writes = /--(?:fix|write|apply)\b/;
const isNoCheck = /--(?:init|print-config|inspect-config|staged|changed|since|watch)\b|[|;&]/;

/** Whether a script writes what it would complain of. */
export const isWriting = (script: string): boolean => writes.test(script);

/** Whether a script runs a linter over all files, writes nothing, and neither builds nor tests. */
export function isLinting(script: string): boolean {
  const parts = script.trim().split(/\s*&&\s*/);
  return (
    parts.some((part) => linter.test(part)) &&
    parts.every((part) => linter.test(part) || besides.test(part)) &&
    !parts.some((part) => isNoCheck.test(part) || isWriting(part))
  );
}
