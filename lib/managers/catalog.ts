import type { Manager } from './manager.ts';
import { npm } from './npm.ts';
import { pnpm } from './pnpm.ts';
import { yarn } from './yarn.ts';

/** Node's, in the order of the menu; the first is the default. */
export const nodeManagers: readonly Manager[] = [npm, yarn, pnpm];
