import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Parser } from 'web-tree-sitter';

/** The files that the parser is made of, by the packages' own addresses; a bundle has them beside it. */
export const parserFiles = {
  engine: 'web-tree-sitter/web-tree-sitter.wasm',
  grammar: 'tree-sitter-python/tree-sitter-python.wasm',
} as const;

let loading: Promise<Parser> | undefined;

/** The parser of Python, loaded when a file of its is met for the first time, then kept. */
export function pythonParser(): Promise<Parser> {
  loading ??= load();
  return loading;
}

/** Where a file of the parser lies: beside the bundle, else in its package. */
export function parserFile(address: string): string {
  const beside = new URL(address.replace(/^.*\//, ''), import.meta.url);
  return existsSync(beside)
    ? fileURLToPath(beside)
    : createRequire(import.meta.url).resolve(address);
}

async function load(): Promise<Parser> {
  const { Parser, Language } = await import('web-tree-sitter');
  await Parser.init({ locateFile: () => parserFile(parserFiles.engine) });
  const parser = new Parser();
  parser.setLanguage(await Language.load(parserFile(parserFiles.grammar)));
  return parser;
}
