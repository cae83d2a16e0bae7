import type { Manager } from './manager.ts';
import { linesOf } from './pinned.ts';

/** pnpm 12. `pnpm setup` is a command of its own, so scripts are always called by `run`. */
export const pnpm = {
  name: 'pnpm',
  title: 'pnpm',
  language: 'node',
  lockFile: 'pnpm-lock.yaml',
  lockFiles: ['pnpm-lock.yaml', 'pnpm-workspace.yaml'],
  install: 'pnpm install',
  relock: '--no-frozen-lockfile',
  installLocked: 'pnpm install --frozen-lockfile',
  installProduction: 'pnpm install --frozen-lockfile --prod',
  withoutScripts: '',
  run: (script, ...words) => ['pnpm run', script, ...words].join(' '),
  exec: (program, ...words) => ['pnpm exec', program, ...words].join(' '),
  pinned: { package: 'pnpm', key: 'packageManager', value: (version) => `pnpm@${version}` },
  manifests: ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'],
  cache: '/root/.local/share/pnpm/store',
  ciCache: 'pnpm',
  ecosystem: 'npm',
  trees: [{ folder: 'app/templates/managers/pnpm' }],
  lines: linesOf('pnpm', 'pnpm'),
} satisfies Manager;
