import type { Container } from '../../../lib/containers/container.ts';
import type { Attached } from '../../../lib/existing/attached.ts';

/** Whether the environment must have a service's password, by its name, or may leave it to a default. */
export type Password = (name: string) => boolean;

/** The variable of a container's environment that holds its password. */
export const passwordName = (container: Container): string | undefined =>
  Object.entries(container.environment({ user: '', password: '?', database: '' })).find(
    ([, value]) => value === '?',
  )?.[0];

/**
 * The text with services that it lacks, behind the user's own, with a volume each. Undefined where
 * it has no map of services, or where a name or volume is taken by something else.
 */
export async function addServices(
  text: string,
  services: readonly Attached[],
  password: Password,
): Promise<string | undefined> {
  const yaml = await import('../../../lib/documents/yaml.ts');
  const map = yaml.get(text, ['services']);
  if (map !== null && (typeof map !== 'object' || Array.isArray(map))) return undefined;
  const present = (map ?? {}) as Readonly<Record<string, unknown>>;
  const names = services.map(({ container }) => container.service);
  if (names.some((name) => name in present)) return undefined;
  const volumes = (yaml.get(text, ['volumes']) ?? {}) as object;
  if (names.some((name) => name in volumes)) return undefined;
  const taken = JSON.stringify(Object.values(present).map(portsOf));
  const order = {
    order: (name: string) => (names.includes(name) ? names.indexOf(name) : undefined),
  };
  return services.reduce((now, each) => {
    const { service } = each.container;
    const added = yaml.add(now, ['services', service], definitionOf(each, password, taken), order);
    return yaml.add(added, ['volumes', service], null, order);
  }, text);
}

const portsOf = (service: unknown): unknown =>
  typeof service === 'object' && service !== null && 'ports' in service ? service.ports : [];

/** A service as compose has it; its port is published where nobody takes it. */
function definitionOf({ container }: Attached, password: Password, taken: string): object {
  const { port, service, image, data } = container;
  const login = { user: 'app', password: '', database: 'app' };
  const name = passwordName(container) ?? '';
  const value = password(name) ? `\${${name}:?set ${name} in .env}` : `\${${name}:-app}`;
  const environment = container.environment({ ...login, password: value });
  const isFree = !new RegExp(`\\b${port}\\b`).test(taken);
  const published = `\${${service.toUpperCase()}_PORT:-${port}}`;
  return {
    image,
    ...(Object.keys(environment).length > 0 && { environment }),
    ...(isFree && { ports: [`127.0.0.1:${published}:${port}`] }),
    volumes: [`${service}:${data}`],
    healthcheck: {
      test: ['CMD', ...container.health(login, image)],
      ...{ interval: '2s', timeout: '5s', retries: 30 },
    },
    restart: 'unless-stopped',
  };
}
