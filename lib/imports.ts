const statement = /^import .*from '([^']+)';$/;

/** Sorts the first run of one-line imports as Biome does: Node's, packages, then relative ones. */
export function sortImports(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => statement.test(line));
  if (first < 0) return text;
  const length = lines.slice(first).findIndex((line) => !statement.test(line));
  const run = lines.slice(first, first + length);
  const sorted = [...new Set(run)].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return lines.toSpliced(first, length, ...sorted).join('\n');
}

function keyOf(line: string): string {
  const [, source = ''] = statement.exec(line) ?? [];
  const group = source.startsWith('node:') ? 0 : source.startsWith('.') ? 2 : 1;
  return `${group}${source}`;
}
