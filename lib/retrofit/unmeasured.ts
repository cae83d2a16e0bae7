/**
 * A new file of code as a project takes it that keeps a threshold of coverage: its own tests say
 * nothing of it, so it is left out of the measure, in the words of coverage.py, Istanbul and c8.
 */
export async function unmeasured(text: string, path: string): Promise<string> {
  if (path.endsWith('.py')) {
    const { load, mark } = await import('../documents/python.ts');
    await load();
    return mark(text, { comment: '# pragma: no cover' });
  }
  const comments = '/* istanbul ignore file */\n/* c8 ignore start */\n';
  return /\.[cm]?[jt]sx?$/.test(path) ? comments + text : text;
}
