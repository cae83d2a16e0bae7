import { fromMarkdown } from 'mdast-util-from-markdown';
import { lineStart, type Span } from '../text.ts';

/** A node of the document's top level. */
export type Block = ReturnType<typeof fromMarkdown>['children'][number];

/** A heading of level 1 or 2 and what follows it, up to the next such heading. */
export interface Section extends Span {
  /** The heading's words, plain. */
  title: string;
  level: number;
  /** Offset where the heading ends. */
  bodyStart: number;
  blocks: Block[];
}

/** The last text that was parsed: an edit is checked in the text that the next one edits. */
let last: { text: string; sections: Section[] } | undefined;

/** The sections of a Markdown text without byte order mark, in order; front matter is none. */
export function sectionsOf(text: string): Section[] {
  if (last?.text !== text) last = { text, sections: parse(text) };
  return last.sections;
}

function parse(text: string): Section[] {
  const front = /^---\r?\n[\s\S]*?\r?\n---[ \t]*(?=\r?\n|$)/.exec(text)?.[0] ?? '';
  const blanked = front.replaceAll(/[^\r\n]/g, ' ') + text.slice(front.length);
  const blocks = fromMarkdown(blanked).children;
  const heads = blocks.flatMap((block, at) =>
    block.type === 'heading' && block.depth <= 2 ? [{ block, at, level: block.depth }] : [],
  );
  return heads.map(({ block, at, level }, index) => {
    const next = heads[index + 1];
    const end = next ? lineStart(text, spanOf(next.block).start) : text.length;
    const { start, end: bodyStart } = spanOf(block);
    const title = plain(wordsOf(block));
    return {
      title,
      level,
      start: lineStart(text, start),
      bodyStart,
      end,
      blocks: blocks.slice(at + 1, next?.at),
    };
  });
}

/** The section of a heading, whatever its case; the document's title is none. */
export function find(sections: readonly Section[], heading: string): Section | undefined {
  const title = plain(heading);
  return sections.find((section, at) => section.title === title && (section.level === 2 || at > 0));
}

/** A heading without case, and without the signs (as emoji) before and after its words. */
export function plain(heading: string): string {
  return heading.toLowerCase().replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** The words of a node, without marks and HTML. */
export function wordsOf(node: object): string {
  if ('type' in node && node.type === 'html') return '';
  if ('value' in node && typeof node.value === 'string') return node.value;
  const children = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return children.map((child: object) => wordsOf(child)).join('');
}

/** Offsets of a node. */
export function spanOf({ position }: Pick<Block, 'position'>): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
