const statement = /^import .*from '([^']+)';$/;

/** Sorts the imports of a file that a hole brought some to, as its language's formatter does. */
export function sortImports(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => statement.test(line));
  return first < 0 ? sortedSections(lines) : sortedRun(lines, first);
}

/** JavaScript's, as Biome does: the first run, Node's, then packages, then relative ones. */
function sortedRun(lines: readonly string[], first: number): string {
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

const section = /(?:^(?:import|from) [^\n(]+\n)+/gm;

/** Python's, as Ruff does: within each section modules, then what is taken from them. */
const sortedSections = (lines: readonly string[]): string =>
  lines.join('\n').replace(section, (run) => {
    const sorted = [...new Set(run.trimEnd().split('\n'))].sort((a, b) =>
      pythonKey(a) < pythonKey(b) ? -1 : 1,
    );
    return `${sorted.join('\n')}\n`;
  });

function pythonKey(line: string): string {
  const [, kind = '', module = ''] = /^(import|from) (\S+)/.exec(line) ?? [];
  return `${kind === 'import' ? 0 : 1}${module.toLowerCase()}`;
}
