import { node } from '../languages/node.ts';
import { python } from '../languages/python.ts';
import { nodeManagers, pythonManagers } from '../managers/catalog.ts';
import type { Stack } from '../types.ts';

/**
 * A language without a framework that has a row: all that follows from the facts is done. Not on
 * the menu, and no answer of the user's.
 */
export const neutralStacks: readonly Stack[] = [
  {
    name: 'node',
    title: 'Node.js',
    language: node,
    detect: '',
    port: 3000,
    runtime: '24',
    runtimes: ['24'],
    managers: nodeManagers,
  },
  {
    name: 'python',
    title: 'Python',
    language: python,
    detect: '',
    port: 8000,
    runtime: '3.13',
    runtimes: ['3.13'],
    managers: pythonManagers,
  },
];
