import { type Fact, fact } from '../facts.ts';

/** The tool's own health addresses, as a text of the code that is no comment. */
const own = /(?<!^\s*(?:\/\/|#|\*).*)(["'`])\^?((?:[\w./-]*\/)?(?:healthz|readyz))\/?\$?\1/m;

/** Where code names `/healthz` or `/readyz`, whatever it does with it: there may be a route. */
export function healthNamed(
  sources: readonly { readonly path: string; readonly text: string }[],
): Fact<string> | undefined {
  for (const { path, text } of sources) {
    const found = /healthz|readyz/.test(text) ? own.exec(text) : null;
    if (!found) continue;
    const line = text.slice(0, found.index).split('\n').length;
    return fact(`/${found[2]?.replace(/^\//, '')}`, `${path}:${line}`);
  }
  return undefined;
}

/** Whether the tool answers there itself: then the code may name its addresses. */
export const answersHealth = (base: Readonly<Record<string, string>>): boolean =>
  Object.entries(base).some(
    ([path, text]) => /(?:^|\/)[\w-]*health[\w-]*\.\w+$/.test(path) && text.includes('/healthz'),
  );
