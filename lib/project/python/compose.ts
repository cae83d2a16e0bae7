import { metIn } from '../../errors.ts';
import type { Files } from '../../types.ts';

/** A service of a compose file, as far as detection reads it. */
export interface Service {
  readonly name: string;
  readonly image: string | undefined;
  readonly built: boolean;
  /** The Dockerfile that it is built from, where it names one. */
  readonly dockerfile: string | undefined;
  /** Ports inside the container that are published. */
  readonly ports: readonly number[];
  readonly command: string | undefined;
}

const names =
  /^(?:[^/]+\/)?(?:docker-)?compose[\w.-]*\.ya?ml$|^(?:local|dev|development|prod|production)\.ya?ml$/;

/** Every compose file near the root. */
export const composeFiles = (files: Files): readonly string[] =>
  files.list().filter((path) => names.test(path) && /^services:/m.test(files.read(path) ?? ''));

/** The services of a compose file. Throws ImagineError with the place where it can't be read. */
export async function servicesIn(path: string, text: string): Promise<readonly Service[]> {
  const yaml = await import('../../documents/yaml.ts');
  const read = (): unknown => {
    try {
      return yaml.get(text, ['services']);
    } catch (error) {
      throw metIn(path, error);
    }
  };
  return Object.entries(mapOf(read())).map(([name, value]) => {
    const service = mapOf(value);
    const { ports, command } = service;
    return {
      name,
      image: typeof service.image === 'string' ? service.image : undefined,
      built: service.build !== undefined,
      dockerfile: asText(mapOf(service.build).dockerfile),
      ports: (Array.isArray(ports) ? ports : []).flatMap(portOf),
      command: Array.isArray(command) ? command.join(' ') : asText(command),
    };
  });
}

const mapOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** `"8080:8000"`, `8000`, `{ target: 8000 }`. */
function portOf(value: unknown): readonly number[] {
  const target = mapOf(value).target;
  const text = String(target ?? value).replace(/\/\w+$/, '');
  const port = /(?:^|:)(\d{2,5})$/.exec(text)?.[1] ?? /:-(\d{2,5})\}$/.exec(text)?.[1];
  return port === undefined ? [] : [Number(port)];
}
