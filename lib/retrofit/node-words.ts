import { children, loadedParser, type Node } from '../project/node/code/syntax.ts';
import { walk } from '../project/node/code/walk.ts';

/** A file's code as it runs. */
export interface CodeAlone {
  /** Blank where comments and texts that look like calls stand, so that all else keeps its place. */
  readonly text: string;
  readonly program: Node;
}

const texts = new Set(['Literal', 'TemplateElement', 'JSXText']);

/** The code of a JavaScript or TypeScript file alone; undefined where it is not to be read. */
export function codeAlone(path: string, text: string): CodeAlone | undefined {
  const source = loadedParser()?.(path, text);
  if (!source || children(source.program, 'body').length === 0) return undefined;
  const { program, comments } = source;
  const aside = [...comments];
  walk(program, (node) => {
    const { type, start, end } = node;
    if (texts.has(type) && text.slice(start, end).includes('(')) aside.push({ start, end });
  });
  const alone = aside.reduce(
    (before, { start, end }) =>
      before.slice(0, start) + before.slice(start, end).replace(/[^\n]/g, ' ') + before.slice(end),
    text,
  );
  return { text: alone, program };
}
