import { Document, isMap, isSeq, type Pair, stringify, visit } from 'yaml';
import { lineStart } from '../text.ts';
import { itemSpans, pairSpan } from './spans.ts';

/** How a document is laid out: columns a step, and whether lists stand in from their key. */
export interface Style {
  indent: number;
  indentSeq: boolean;
}

/** The layout of the first nested map and of the first list; two columns, standing in. */
export function styleOf(text: string, document: Document): Style {
  const style: Partial<Style> = {};
  visit(document, {
    Pair(_, pair) {
      const step = stepOf(text, pair);
      if (step === undefined) return undefined;
      if (isMap(pair.value) && step > 0) style.indent ??= step;
      if (isSeq(pair.value)) style.indentSeq ??= step > 0;
      return style.indent && style.indentSeq !== undefined ? visit.BREAK : undefined;
    },
  });
  return { indent: style.indent ?? 2, indentSeq: style.indentSeq ?? true };
}

/** Lines of a value in block layout. */
export function blockLines(value: unknown, style: Style): string[] {
  return stringify(value, { ...style, ...COMMON, ...PLAIN, nullStr: '' })
    .trimEnd()
    .split('\n');
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
