import { Document, isMap, isSeq, type Pair, stringify, visit } from 'yaml';
import { lineStart } from '../text.ts';
import { itemSpans, pairSpan } from './spans.ts';
import { isFilling, type Values } from './values.ts';

/** How far a document's nested maps and its lists stand in from their key, in columns. */
export interface Style {
  map: number;
  list: number;
}

/** The layout of a document's first nested map and first list, else of one by the other, else 2. */
export function styleOf(text: string, document: Document): Style {
  const style: { map?: number | undefined; list?: number | undefined } = {};
  visit(document, {
    Pair(_, pair) {
      const step = stepOf(text, pair);
      if (isMap(pair.value)) style.map ??= step;
      if (isSeq(pair.value)) style.list ??= step;
    },
  });
  return { map: style.map ?? 2, list: style.list ?? style.map ?? 2 };
}

/** Lines of a value in block layout. */
export function blockLines(value: unknown, style: Style): string[] {
  if (Array.isArray(value) && value.length > 0) {
    return value.flatMap((item) => {
      if (!isFilling(item)) return printed([item], 2);
      const [first, ...rest] = blockLines(item, style);
      return [`- ${first}`, ...indented(rest, 2)];
    });
  }
  return Object.entries(value as Values).flatMap(([key, item]) => {
    if (!isFilling(item)) return printed({ [key]: item }, style.map);
    const [name = ''] = printed({ [key]: null }, style.map);
    return [
      name,
      ...indented(blockLines(item, style), Array.isArray(item) ? style.list : style.map),
    ];
  });
}

/** Lines with so many columns before each that is not empty. */
export function indented(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => (line === '' ? line : ' '.repeat(columns) + line));
}

function printed(value: unknown, indent: number): string[] {
  const text = stringify(value, { ...COMMON, ...PLAIN, indent, nullStr: '' });
  return text.trimEnd().split('\n');
}

/** A value on one line. */
export function flowText(value: unknown): string {
  const document = new Document(value, PLAIN);
  visit(document, {
    Scalar(_, scalar) {
      if (String(scalar.value).includes('\n')) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ ...COMMON, collectionStyle: 'flow' }).trimEnd();
}

/** Column of an offset. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

const COMMON = {
  lineWidth: 0,
  flowCollectionPadding: false,
  doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
} as const;

/** Strings that YAML 1.1 would take for something else are quoted; equal objects are no aliases. */
const PLAIN = { aliasDuplicateObjects: false, compat: 'yaml-1.1' } as const;

function stepOf(text: string, pair: Pair): number | undefined {
  const { value } = pair;
  if (!(isMap(value) || isSeq(value)) || value.flow) return undefined;
  const first = itemSpans(text, value)[0];
  if (!first) return undefined;
  return columnOf(text, first.start) - columnOf(text, pairSpan(text, pair).start);
}
