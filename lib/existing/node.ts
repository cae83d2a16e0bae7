import type { Installer } from './installer.ts';

const npm: Installer = {
  name: 'npm',
  everyday: () => 'npm install',
  install: ({ lock }) => (lock ? 'npm ci' : 'npm install'),
  production: ({ lock }) => (lock ? 'npm ci --omit=dev' : 'npm install --omit=dev'),
  prune: 'npm prune --omit=dev',
  members: (script, names) =>
    names.map((name) => `npm run ${script} --workspace ${name}`).join(' && '),
  settings: ['.npmrc'],
  cache: '/root/.npm',
  ciCache: 'npm',
  ecosystem: 'npm',
};

const yarnClassic: Installer = {
  name: 'yarn',
  everyday: () => 'yarn install',
  install: ({ lock }) => (lock ? 'yarn install --frozen-lockfile' : 'yarn install'),
  production: ({ lock }) => `yarn install --production${lock ? ' --frozen-lockfile' : ''}`,
  prune: 'yarn install --production --ignore-scripts --prefer-offline',
  members: (script, names) =>
    names.map((name) => `yarn workspace ${name} run ${script}`).join(' && '),
  source: (version) => `yarn@${version}`,
  version: '1.22.22',
  settings: ['.npmrc', '.yarnrc', '.yarn/releases'],
  cache: '/usr/local/share/.cache/yarn',
  ciCache: 'yarn',
  ecosystem: 'npm',
};

const yarn: Installer = {
  ...yarnClassic,
  from: 2,
  install: ({ lock }) => `yarn install ${lock ? '--immutable' : '--no-immutable'}`,
  production: () => 'yarn workspaces focus --production',
  prune: 'yarn workspaces focus --production',
  source: (version) => `@yarnpkg/cli-dist@${version}`,
  version: '4',
  settings: ['.yarnrc.yml', '.yarn/releases', '.yarn/plugins', '.yarn/patches'],
  cache: '/root/.yarn/berry/cache',
};

const pnpm: Installer = {
  name: 'pnpm',
  everyday: () => 'pnpm install',
  install: ({ lock }) => `pnpm install ${lock ? '--frozen-lockfile' : '--no-frozen-lockfile'}`,
  production: ({ lock }) =>
    `pnpm install --prod ${lock ? '--frozen-lockfile' : '--no-frozen-lockfile'}`,
  prune: 'CI=true pnpm prune --prod --ignore-scripts',
  members: (script, names, app) =>
    app
      ? `pnpm --filter "${app}^..." run ${script}`
      : names.map((name) => `pnpm --filter ${name} run ${script}`).join(' && '),
  source: (version) => `pnpm@${version}`,
  version: '10',
  settings: ['.npmrc', 'pnpm-workspace.yaml', '.pnpmfile.cjs'],
  cache: '/root/.local/share/pnpm/store',
  ciCache: 'pnpm',
  ecosystem: 'npm',
};

const bun: Installer = {
  name: 'bun',
  everyday: () => 'bun install',
  install: ({ lock }) => `bun install${lock ? ' --frozen-lockfile' : ''}`,
  production: ({ lock }) => `bun install --production${lock ? ' --frozen-lockfile' : ''}`,
  members: (script, names) =>
    names.map((name) => `bun run --filter ${name} ${script}`).join(' && '),
  source: (version) => `bun@${version}`,
  version: '1',
  settings: ['bunfig.toml', '.npmrc'],
  cache: '/root/.bun/install/cache',
  ecosystem: 'bun',
};

/** Node's managers as existing projects use them, and Bun, which is a runtime, too. */
export const nodeInstallers: readonly Installer[] = [npm, yarnClassic, yarn, pnpm, bun];
