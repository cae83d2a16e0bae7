import { metIn } from '../errors.ts';

/** A service of a compose file, as far as it is looked at. */
export interface Composed {
  readonly name: string;
  readonly image: string | undefined;
  /** The values that are there without an environment; `${NAME:-value}` counts as its value. */
  readonly environment: Readonly<Record<string, string>>;
  /** The ports of this machine that it takes. */
  readonly published: readonly string[];
}

/** The services of a compose file. Rejects with ImagineError where it can't be parsed. */
export async function composedIn(path: string, text: string): Promise<readonly Composed[]> {
  const yaml = await import('../documents/yaml.ts');
  try {
    return Object.entries(recordOf(yaml.get(text, ['services']))).map(([name, value]) => {
      const { image, environment, ports } = recordOf(value);
      return {
        name,
        image: typeof image === 'string' ? filled(image) : undefined,
        environment: environmentOf(environment),
        published: listOf(ports).flatMap(publishedOf),
      };
    });
  } catch (error) {
    throw metIn(path, error);
  }
}

/** Both shapes: a map, and a list of `NAME=value`. */
function environmentOf(value: unknown): Record<string, string> {
  const pairs = Array.isArray(value)
    ? value.map((item) => String(item).split(/=(.*)/s, 2))
    : Object.entries(recordOf(value));
  return Object.fromEntries(
    pairs.flatMap(([name = '', given]) => {
      const text = given === undefined || given === null ? undefined : filled(String(given));
      return text === undefined ? [] : [[String(name), text]];
    }),
  );
}

/** A value with its defaults; undefined where it needs an environment. */
function filled(value: string): string | undefined {
  const text = value.replaceAll(/\$\{\w+:?-([^}]*)\}/g, '$1');
  return /\$(?:\w|\{)/.test(text.replaceAll('$$', '')) ? undefined : text;
}

function publishedOf(port: unknown): readonly string[] {
  if (typeof port === 'object' && port !== null)
    return 'published' in port ? [String(port.published)] : [];
  const parts = (filled(String(port)) ?? '').replace(/\/\w+$/, '').split(':');
  return parts.length > 1 ? [parts.at(-2) ?? ''] : [];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
