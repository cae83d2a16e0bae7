import type { Parser } from 'web-tree-sitter';
import { Reading } from './reading.ts';
import type { Module } from './types.ts';
import { visit } from './visit.ts';

/** A module's contents; what the parser can't make out is passed over. */
export function readModule(parser: Parser, path: string, text: string): Module {
  const reading = new Reading(path);
  const tree = parser.parse(text);
  if (!tree) return reading;
  visit(tree.rootNode, { kind: 'module', name: '' }, reading);
  tree.delete();
  return reading;
}
