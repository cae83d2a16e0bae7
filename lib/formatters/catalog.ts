import { biome } from './biome.ts';
import { black } from './black.ts';
import type { Formatter } from './formatter.ts';
import { prettier } from './prettier.ts';
import { ruff } from './ruff.ts';

/** All formatters whose settings the tool follows; of several that print a file the first one does. */
export const formatters: readonly Formatter[] = [biome, prettier, black, ruff];
