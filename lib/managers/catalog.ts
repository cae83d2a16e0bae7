import type { Manager } from './manager.ts';
import { npm } from './npm.ts';
import { pip } from './pip.ts';
import { pnpm } from './pnpm.ts';
import { poetry } from './poetry.ts';
import { uv } from './uv.ts';
import { yarn } from './yarn.ts';

/** Node's, in the order of the menu; the first is the default. */
export const nodeManagers: readonly Manager[] = [npm, yarn, pnpm];

/** Python's, in the order of the menu; the first is the default. */
export const pythonManagers: readonly Manager[] = [uv, poetry, pip];
