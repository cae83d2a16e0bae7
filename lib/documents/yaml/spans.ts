import {
  type CST,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../text.ts';
import { isEmpty } from './tree.ts';

const BEGINS = new Set(['anchor', 'tag', 'explicit-key-ind', 'seq-item-ind']);
const OPENS = new Set(['anchor', 'tag', 'map-value-ind', 'seq-item-ind']);

/** The items of a map or sequence: from their first mark to the end of their last value. */
export function itemSpans(text: string, list: YAMLMap | YAMLSeq): Span[] {
  if (isMap(list)) return list.items.map((pair) => pairSpan(text, pair));
  const marks = list.srcToken && 'items' in list.srcToken ? list.srcToken.items : [];
  return list.items.map((node, index) => {
    const own = marks[index]?.start ?? [];
    const start = own.find(({ type }) => BEGINS.has(type))?.offset ?? nodeStart(node);
    return { start, end: isEmpty(node) ? lastMark(own, start) : nodeEnd(text, node) };
  });
}

/** A key and its value; comments around them are not part of it. */
export function pairSpan(text: string, pair: Pair): Span {
  const token = pair.srcToken;
  const begin = token?.start.find(({ type }) => BEGINS.has(type))?.offset;
  const start = begin ?? nodeStart(pair.key);
  if (!isEmpty(pair.value)) return { start, end: nodeEnd(text, pair.value) };
  const keyEnd = isNode(pair.key) ? nodeEnd(text, pair.key) : start;
  return { start, end: lastMark(token?.sep ?? [], keyEnd) };
}

function lastMark(tokens: readonly CST.SourceToken[], otherwise: number): number {
  const mark = tokens.findLast(({ type }) => OPENS.has(type));
  return mark ? mark.offset + mark.source.length : otherwise;
}

function nodeStart(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function nodeEnd(text: string, node: unknown): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    return itemSpans(text, node).at(-1)?.end ?? nodeStart(node);
  }
  const end = isNode(node) ? (node.range?.[1] ?? 0) : 0;
  if (!isScalar(node) || !node.type?.startsWith('BLOCK_')) return end;
  return keepsBlankLines(text, node) ? end - newline(text, end) : trimmed(text, end);
}

function keepsBlankLines(text: string, node: { range?: readonly number[] | null }): boolean {
  return /^[|>]\d?\+/.test(text.slice(node.range?.[0] ?? 0));
}

function newline(text: string, end: number): number {
  if (text[end - 1] !== '\n') return 0;
  return text[end - 2] === '\r' ? 2 : 1;
}

const trimmed = (text: string, end: number) => text.slice(0, end).trimEnd().length;
