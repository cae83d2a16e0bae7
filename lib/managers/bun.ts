import type { Manager } from './manager.ts';

/** Bun in an existing project: it runs the scripts there; a new app has no choice of it. */
export const bun: Pick<Manager, 'name' | 'run' | 'exec'> = {
  name: 'bun',
  run: (script, ...words) => ['bun run', script, ...words].join(' '),
  exec: (program, ...words) => ['bunx', program, ...words].join(' '),
};
