const aside =
  /("""|''')(?:\\[\s\S]|(?!\1)[^\\])*\1|(["'])(?:\\[\s\S]|(?!\2)[^\\\n])*\2|#.*|\\\r?\n/g;

/** The code of a Python file alone: no comments, nothing in its strings, no broken lines. */
export const codeAlone = (text: string): string =>
  text.replace(aside, (found) => (/^["']/.test(found) ? '""' : ' '));
