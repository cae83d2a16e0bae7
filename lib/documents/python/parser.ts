import type { Parser } from 'web-tree-sitter';

let loading: Promise<Parser> | undefined;

/** The parser of Python, loaded when a file of its is met for the first time, then kept. */
export function pythonParser(): Promise<Parser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Parser> {
  const [{ Parser, Language }, { createRequire }] = await Promise.all([
    import('web-tree-sitter'),
    import('node:module'),
  ]);
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve(
    'tree-sitter-python/tree-sitter-python.wasm',
  );
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return parser;
}
