import type { Manager } from './manager.ts';

/** npm, which Node brings. */
export const npm = {
  name: 'npm',
  title: 'npm',
  language: 'node',
  lockFile: 'package-lock.json',
  lockFiles: ['package-lock.json', 'npm-shrinkwrap.json'],
  install: 'npm install',
  relock: '',
  installLocked: 'npm ci',
  installProduction: 'npm ci --omit=dev',
  withoutScripts: '--ignore-scripts',
  run: (script, ...words) =>
    ['npm run', script, ...(words.length > 0 ? ['--', ...words] : [])].join(' '),
  exec: (program, ...words) => ['npm exec --', program, ...words].join(' '),
  manifests: ['package.json', 'package-lock.json'],
  cache: '/root/.npm',
  ciCache: 'npm',
  ecosystem: 'npm',
  index: {
    variables: /^npm_config_(?:@[^:]+:)?registry$/i,
    settings: ['~/.npmrc'],
    declared: ['.npmrc'],
    advice: 'install once with --omit-lockfile-registry-resolved, or set that in .npmrc',
  },
} satisfies Manager;
