/** An example of what a pattern is about: `*.log` is about `x.log`. */
const sampleOf = (pattern: string): string =>
  pattern
    .replace(/^\//, '')
    .replace(/\/$/, '')
    .replaceAll(/\[(.)[^\]]*\]/g, '$1')
    .replaceAll('**', 'x')
    .replaceAll(/[*?]/g, 'x');

/** A line of an ignore file as an expression for names; undefined where it is about a path. */
function expressionOf(line: string): RegExp | undefined {
  const bare = line.replace(/^(?:\*\*)?\//, '').replace(/\/(?:\*\*?)?$/, '');
  if (bare === '' || bare.includes('/')) return undefined;
  const parts = bare.replaceAll(/[.+^${}()|\\]/g, '\\$&').replaceAll(/\*+/g, '.*');
  return new RegExp(`^${parts.replaceAll('?', '.')}$`);
}

/** Whether an ignore file's lines already leave out, at its own level, what a pattern is about. */
export function leavesOut(text: string, pattern: string): boolean {
  const sample = sampleOf(pattern);
  let isOut = false;
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const isException = line.startsWith('!');
    if (expressionOf(isException ? line.slice(1) : line)?.test(sample)) isOut = !isException;
  }
  return isOut;
}
