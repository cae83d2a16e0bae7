import type { Manager } from './manager.ts';
import { linesOf } from './pinned.ts';

/** Yarn 4, with a plain node_modules folder. */
export const yarn = {
  name: 'yarn',
  title: 'Yarn',
  language: 'node',
  lockFile: 'yarn.lock',
  lockFiles: ['yarn.lock'],
  install: 'yarn install',
  relock: '--no-immutable',
  installLocked: 'yarn install --immutable',
  installProduction: 'yarn workspaces focus --production',
  withoutScripts: '',
  run: (script, ...words) => ['yarn', script, ...words].join(' '),
  exec: (program, ...words) => ['yarn run', program, ...words].join(' '),
  // The package `yarn` ends with version 1.
  pinned: {
    package: '@yarnpkg/cli-dist',
    key: 'packageManager',
    value: (version) => `yarn@${version}`,
  },
  manifests: ['package.json', 'yarn.lock', '.yarnrc.yml'],
  cache: '/root/.yarn/berry/cache',
  ciCache: 'yarn',
  ecosystem: 'npm',
  trees: [{ folder: 'app/templates/managers/yarn' }],
  ignored: [{ heading: 'Dependencies', patterns: ['.yarn/install-state.gz'] }],
  lines: [
    ...linesOf('yarn', '@yarnpkg/cli-dist'),
    { at: '.dockerignore#ignored', rank: 0, text: '.yarn/install-state.gz' },
  ],
} satisfies Manager;
