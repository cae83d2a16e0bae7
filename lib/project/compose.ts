import { metIn } from '../errors.ts';
import { type Fact, fact } from '../facts.ts';
import type { Files } from '../types.ts';
import { lineOf } from './lines.ts';
import { rowOfImage, type Trace } from './services.ts';

const names = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/** A service of the project's compose file. */
export interface Composed {
  readonly name: string;
  readonly image: string | undefined;
  /** It is built from this repository. */
  readonly built: boolean;
  /** The Dockerfile that it is built from, where it names one. */
  readonly dockerfile: string | undefined;
  /** What it runs instead of the image's own command. */
  readonly command: string | undefined;
  /** Ports inside the container. */
  readonly ports: readonly number[];
  readonly at: string;
}

/** The compose file that the project uses. */
export function composeOf(files: Files): Fact<string> | undefined {
  const path = names.find((each) => files.read(each) !== undefined);
  return path === undefined ? undefined : fact(path, `${path}:1`);
}

/** The services of a compose file. Throws ImagineError with the place where it can't be read. */
export async function composedIn(
  files: Files,
  path: string | undefined,
): Promise<readonly Composed[]> {
  const text = path === undefined ? undefined : files.read(path);
  if (path === undefined || text === undefined) return [];
  const yaml = await import('../documents/yaml.ts');
  try {
    const services = yaml.get(text, ['services']) ?? {};
    return Object.entries(services as Record<string, Record<string, unknown> | null>).map(
      ([name, service]) => ({
        name,
        image: typeof service?.image === 'string' ? service.image : undefined,
        built: service?.build !== undefined,
        dockerfile: dockerfileIn(service?.build),
        command: commandIn(service?.command),
        ports: portsOf(service?.ports),
        at: `${path}:${lineOf(text, new RegExp(`^\\s+["']?${name.replace(/\W/g, '\\$&')}["']?:`, 'm'))}`,
      }),
    );
  } catch (error) {
    throw metIn(path, error);
  }
}

function dockerfileIn(build: unknown): string | undefined {
  const named =
    typeof build === 'object' && build !== null && 'dockerfile' in build ? build.dockerfile : null;
  return typeof named === 'string' ? named : undefined;
}

function commandIn(command: unknown): string | undefined {
  if (Array.isArray(command)) return command.join(' ');
  return typeof command === 'string' ? command : undefined;
}

/** The container's side of `8080:3000`, `127.0.0.1:80:3000/tcp`, `{ target: 3000 }`. */
function portsOf(ports: unknown): readonly number[] {
  if (!Array.isArray(ports)) return [];
  return ports.flatMap((port) => {
    const target = typeof port === 'object' && port !== null ? port.target : port;
    const digits = /(?:^|[:}])(\d+)(?:\/\w+)?$/.exec(String(target))?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
}

/** The services that compose brings by their images. */
export const imageTraces = (services: readonly Composed[]): readonly Trace[] =>
  services.flatMap(({ image, at }) => {
    const row = image === undefined ? undefined : rowOfImage(image);
    return row === undefined ? [] : [{ row, at, weight: 3 }];
  });

/** The port of what is built from this repository. */
export function composedPort(services: readonly Composed[]): Fact<number> | undefined {
  const own = services.filter(({ built, ports }) => built && ports.length > 0);
  const web =
    own.find(({ name }) => /^(?:app|web|api|server|backend)$/.test(name)) ??
    (own.length === 1 ? own[0] : undefined);
  return web && fact(web.ports[0] ?? 0, web.at);
}
