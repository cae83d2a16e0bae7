import type { Dependency } from '../types.ts';

/**
 * Asks the registry for the newest version of a package that npm would take, through the user's own
 * npm settings (npmrc, scopes, proxy, certificates, age limit). Rejects where there is none.
 */
export type Ask = (dependency: Dependency, runtime: string) => Promise<string>;

/** Opens a way to the registry: settings are read once a run. */
export async function openRegistry(root: string): Promise<Ask> {
  const [settings, registry, { default: pick }] = await Promise.all([
    readSettings(root),
    import('npm-registry-fetch'),
    import('npm-pick-manifest'),
  ]);
  const before = settings.before instanceof Date ? settings.before : null;
  const form = before ? 'application/json' : 'application/vnd.npm.install-v1+json';
  const options = { ...settings, retry: { retries: 0 }, headers: { accept: form } };
  return async ({ name, within }, runtime) => {
    const spec = { ...options, spec: name };
    const packument = await registry.default.json(`/${name.replace('/', '%2f')}`, spec as never);
    return pick(packument, within ?? '*', { nodeVersion: `${runtime}.999.0`, before }).version;
  };
}

async function readSettings(root: string): Promise<Record<string, unknown>> {
  const { default: Config } = await import('@npmcli/config');
  const { default: shape } = await import('@npmcli/config/lib/definitions/index.js');
  const config = new Config({
    ...shape,
    npmPath: root,
    cwd: root,
    argv: ['node', 'npm'],
    warn: false,
  });
  await config.load();
  return config.flat;
}
