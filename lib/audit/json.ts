import { Failure } from './failure.ts';

/** Any JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (no list, no null). */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a JSON object, or a `Failure` that names what it should have been. */
export function asJson(value: unknown, what: string): Json {
  if (isJson(value)) return value;
  throw new Failure(`${what} is no JSON object: ${JSON.stringify(value)?.slice(0, 120)}`);
}

/** The value as a list of JSON objects, or a `Failure` that names what it should have been. */
export function asList(value: unknown, what: string): readonly Json[] {
  if (Array.isArray(value)) return value.map((item) => asJson(item, `an item of ${what}`));
  throw new Failure(`${what} is no list: ${JSON.stringify(value)?.slice(0, 120)}`);
}
