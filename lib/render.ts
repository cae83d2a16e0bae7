/** A line that holds nothing but a block hole, alone or inside a comment of its file's language. */
const block = /^([ \t]*)(?:\/\/|#|<!--)? ?<%- (\S+) %>(?: ?-->)?\n/gm;
const value = /<%= (\S+) %>/g;

/** What fills the holes of a template. */
export interface Filling {
  /** The text of a hole inside a line. */
  value(name: string): string | undefined;
  /** The text of a block hole; undefined or empty: its line goes away. */
  block(name: string): string | undefined;
}

/**
 * Fills a template. `<%= name %>` is a value inside a line; a line `<%- name %>` (also as a comment,
 * `// <%- name %>`) is a block, indented as its hole. An unknown value throws: nothing dangles.
 */
export function render(template: string, filling: Filling): string {
  return template
    .replace(block, (_, indent: string, name: string) => indented(filling.block(name), indent))
    .replace(value, (_, name: string) => {
      const found = filling.value(name);
      if (found === undefined) throw new Error(`a template has a hole that nothing fills: ${name}`);
      return found;
    });
}

function indented(text: string | undefined, indent: string): string {
  if (!text) return '';
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? '\n' : `${indent}${line}\n`)).join('');
}
