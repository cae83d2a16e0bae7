import type { Application } from '../application/choose.ts';
import type { Naming } from '../naming.ts';

const options = /^(?:--module|--wsgi|-w|--call|--factory|--app)$/;

/** The application that a server's command line names, where its module is the project's. */
export function applicationNamedIn(
  words: readonly string[],
  naming: Naming,
  place: string,
): Application | undefined {
  const candidates = words.slice(1).flatMap((word) => word.replace(/^--(?:module|wsgi)=/, ''));
  const colon = (word: string): number => (word.includes(':') ? 0 : 1);
  const ordered = candidates.filter((each) => !options.test(each));
  for (const word of ordered.sort((a, b) => colon(a) - colon(b))) {
    const [, dotted, object = 'application', call = ''] =
      /^([A-Za-z_][\w.]*)(?::([A-Za-z_][\w.]*)(\(.*\))?)?$/.exec(word) ?? [];
    const path = dotted === undefined ? undefined : naming.path(dotted);
    if (dotted === undefined || path === undefined) continue;
    const factory = call !== '' || words.includes('--factory') || words.includes('--call');
    const target = `${dotted}:${object}${factory ? call || '()' : ''}`;
    return {
      target,
      root: rootOf(path, dotted),
      path,
      line: 1,
      place,
      protocol: protocolOf(words),
    };
  }
  return undefined;
}

/** The folder that a dotted name is imported from. */
const rootOf = (path: string, dotted: string): string =>
  path
    .replace(/(?:\/__init__)?\.py$/, '')
    .slice(0, -dotted.length)
    .replace(/\/$/, '');

const protocolOf = (words: readonly string[]): Application['protocol'] =>
  /uvicorn|hypercorn|daphne|asgi/.test(words.join(' ')) ? 'asgi' : 'wsgi';
