import { eolOf, indentAt, splice } from '../text.ts';
import { type Module, type Node, parse } from './tree.ts';

/** How a file writes its statements. */
export interface Style {
  quote: "'" | '"';
  /** One step of indentation. */
  unit: string;
}

/** The habits of a file: of its first string that is no docstring, of its first block. */
export function styleOf({ text, nodes }: Module): Style {
  const strings = nodes.filter(({ node, above }) => isPlain(node, text) && !isDocstring(above));
  const [first] = strings.map(({ node }) => text[node.start]);
  return { quote: first === "'" ? "'" : '"', unit: unitOf(text, nodes) };
}

/** Code in a file's habits; it is written with double quotes and four spaces. */
export function styled(code: string, style: Style, indent: string, text: string): string {
  const strings = parse(code).nodes.flatMap(({ node }) => (isPlain(node, code) ? [node] : []));
  const quoted = strings.toReversed().reduce((old, { start, end }) => {
    const inner = code.slice(start + 1, end - 1);
    return /["'\\]/.test(inner) ? old : splice(old, start, style.quote + inner + style.quote, end);
  }, code);
  const stepped = (line: string) =>
    line.replace(/^ +/, (spaces) => style.unit.repeat(Math.floor(spaces.length / 4)));
  return quoted
    .split('\n')
    .map((line) => (line === '' ? '' : indent + stepped(line)))
    .join(eolOf(text));
}

/** What tells whether two pieces of code say the same: neither quotes nor spaces count. */
export function essence(code: string): string {
  return code
    .replaceAll(/\s+/g, '')
    .replaceAll('"', "'")
    .replaceAll(/,([)\]}])/g, '$1');
}

function isPlain({ type, start, end }: Node, text: string): boolean {
  return type === 'string' && /^(?:"(?!"")|'(?!''))/.test(text.slice(start, end));
}

function isDocstring(above: Module['nodes'][number]['above']): boolean {
  return above.at(-1)?.type === 'expression_statement';
}

function unitOf(text: string, nodes: Module['nodes']): string {
  const steps = nodes
    .filter(({ node }) => node.type === 'block')
    .map(({ node, above }) => {
      const outer = indentAt(text, above.at(-1)?.start ?? 0);
      const inner = indentAt(text, node.start);
      return inner.startsWith(outer) ? inner.slice(outer.length) : '';
    });
  return steps.find((step) => step !== '') ?? '    ';
}
