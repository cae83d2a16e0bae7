import { node } from '../languages/node.ts';
import { nodeManagers } from '../managers/catalog.ts';
import type { Stack } from '../types.ts';

/** Express 5 on Node 24, in TypeScript. */
export const express: Stack = {
  name: 'express',
  title: 'Node.js, Express',
  language: node,
  detect: 'express',
  port: 3000,
  runtime: '24',
  runtimes: ['24'],
  managers: nodeManagers,
};
