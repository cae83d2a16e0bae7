import { type Document, isMap, isPair, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { insertItem } from '../brackets.ts';
import { eolOf, lineEnd, splice } from '../text.ts';
import { endOfLines, insertLines } from './block.ts';
import { itemSpans, pairSpan } from './spans.ts';
import { blockLines, columnOf, flowText, indented, styleOf } from './style.ts';
import { wrong } from './tree.ts';
import type { Values } from './values.ts';

/** What is added: pairs of a map or items of a list. */
export type Content = Values | readonly unknown[];

/** Inserts content into a map or list, at an index of its items. */
export function insert(
  text: string,
  document: Document,
  list: YAMLMap | YAMLSeq,
  index: number,
  content: Content,
): string {
  const items = itemSpans(text, list);
  if (!list.flow) {
    const lines = blockLines(content, styleOf(text, document));
    return insertLines(text, { items, root: list === document.contents }, index, lines);
  }
  const [start = 0, end = 0] = list.range ?? [];
  return insertItem(text, { start, end, items }, index, {
    print: () => flowText(content).slice(1, -1).trim(),
    unit: '',
    opens: false,
    pad: '',
    comments: 'hash',
  });
}

/** Gives an empty `key:` its first content, on lines of its own. */
export function fill(text: string, document: Document, pair: Pair, content: Content): string {
  const { start, end } = pairSpan(text, pair);
  if (isInFlow(document.contents, pair)) throw wrong(text, pair.key, [String(pair.key)]);
  const style = styleOf(text, document);
  const column = columnOf(text, start) + (Array.isArray(content) ? style.list : style.map);
  const lines = indented(blockLines(content, style), column);
  return splice(text, endOfLines(text, end, column), ['', ...lines].join(eolOf(text)));
}

/** Gives a document without content its first one, below its comments. */
export function begin(text: string, document: Document, content: Content): string {
  const eol = eolOf(text);
  const body = blockLines(content, styleOf(text, document)).join(eol);
  const head = text.slice(0, document.range?.[1] ?? text.length).trimEnd();
  if (head === '') return body + eol + text;
  const gap = lastLine(head).startsWith('#') ? eol + eol : eol;
  return splice(text, lineEnd(text, head.length), gap + body);
}

function isInFlow(node: unknown, pair: Pair, flow = false): boolean {
  if (isPair(node)) return node === pair ? flow : isInFlow(node.value, pair, flow);
  if (!(isMap(node) || isSeq(node))) return false;
  return node.items.some((item) => isInFlow(item, pair, flow || node.flow === true));
}

const lastLine = (text: string) => text.slice(text.lastIndexOf('\n') + 1).trimStart();
