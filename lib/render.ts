import { sortImports } from './imports.ts';

/** A line that holds nothing but a block hole, alone or inside a comment of its file's language. */
const block = /^([ \t]*)(?:\/\/|#|<!--)? ?<%- (\S+) %>(?: ?-->)?\n/gm;
/** A list in brackets or braces that a hole fills with its items. */
const list = /^([ \t]*)(.*)([[{])<%- (\S+) %>([\]}])(.*)$/gm;
const value = /<%= (\S+) %>/g;
/** Columns, as the generated apps' formatter has them. */
const width = 100;

/** What fills the holes of a template. */
export interface Filling {
  /** The text of a hole inside a line. */
  value(name: string): string | undefined;
  /** The texts for a block or a list, in order. */
  block(name: string): readonly string[];
  /** The steps of the file's indentation; two spaces if it is not said. */
  readonly indent?: string;
}

/**
 * Fills a template. `<%= name %>` is a value inside a line; a line `<%- name %>` (also as a comment,
 * `// <%- name %>`) is a block, indented as its hole; `[<%- name %>]` and `{<%- name %>}` are lists.
 * Imports that a hole brings are sorted among those that stand there.
 * An unknown value throws: nothing dangles.
 */
export function render(template: string, filling: Filling): string {
  const text = template
    .replace(block, (_, indent: string, name: string) => blockText(filling.block(name), indent))
    .replace(list, (_, indent, before, open, name: string, close, after) =>
      listText(
        { indent, step: filling.indent ?? '  ', before: before + open, after: close + after },
        filling.block(name),
      ),
    )
    .replace(value, (_, name: string) => {
      const found = filling.value(name);
      if (found === undefined) throw new Error(`a template has a hole that nothing fills: ${name}`);
      return found;
    });
  return template.includes('<%- imports %>') ? sortImports(text) : text;
}

function blockText(texts: readonly string[], indent: string): string {
  const lines = texts.flatMap((text) => text.replace(/\n$/, '').split('\n'));
  return lines.map((line) => (line === '' ? '\n' : `${indent}${line}\n`)).join('');
}

interface Frame {
  readonly indent: string;
  readonly step: string;
  readonly before: string;
  readonly after: string;
}

/** A list as a formatter writes it: an array in one line if it fits, an object in lines. */
function listText({ indent, step, before, after }: Frame, items: readonly string[]): string {
  const line = `${indent}${before}${items.join(', ')}${after}`;
  const short = before.endsWith('[') && line.length <= width;
  if (short || items.length === 0) return line;
  const lines = items.flatMap((item) => `${item},`.split('\n'));
  return [indent + before, ...lines.map((each) => indent + step + each), indent + after].join('\n');
}
