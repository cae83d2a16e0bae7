import type { Dependency } from '../types.ts';

const timeout = 3000;

/**
 * Asks the registry for the newest version of a package that npm would take, through the user's own
 * npm settings (npmrc, scopes, proxy, certificates, age limit). Rejects without an answer in 3 s.
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
  const signal = AbortSignal.timeout(timeout);
  // A connection that was made but is never answered does not heed the signal.
  const silence = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), timeout).unref();
  });
  silence.catch(() => undefined);
  return async ({ name, within }, runtime) => {
    const options = {
      ...settings,
      timeout,
      retry: { retries: 0 },
      signal,
      headers: { accept: form },
    };
    const answer = registry.default.json(`/${name.replace('/', '%2f')}`, {
      ...options,
      spec: name,
    } as never);
    const packument = await Promise.race([answer, silence]);
    return pick(packument, within ?? 'latest', { nodeVersion: `${runtime}.999.0`, before }).version;
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
