import { expect, Failure } from '../failure.ts';
import { asJson, isJson, type Json } from '../json.ts';
import type { Answer } from './request.ts';

/** One header field of an answer, as a single text; empty where it is not there. */
export function header(answer: Answer, name: string): string {
  const value = answer.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

/** The body as JSON, or a `Failure` that shows how it starts. */
export function json(answer: Answer): Json {
  try {
    return asJson(JSON.parse(answer.text), `the body of ${answer.asked}`);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${answer.asked}: no JSON, but ${answer.text.slice(0, 80)}`);
  }
}

/** The status is one of those given. */
export function expectStatus(answer: Answer, ...wanted: readonly number[]): void {
  const { asked, status, text } = answer;
  const body = status >= 400 ? ` (${text.replace(/\s+/g, ' ').slice(0, 160)})` : '';
  expect(wanted.includes(status), `${asked}: ${status}, not ${wanted.join(' or ')}${body}`);
}

/** The status is one of those given, and the body a problem of RFC 9457 of that status. */
export function expectProblem(answer: Answer, ...wanted: readonly number[]): void {
  expectStatus(answer, ...wanted);
  const { asked, status } = answer;
  const type = header(answer, 'content-type');
  const media = type.split(';')[0]?.trim();
  expect(media === 'application/problem+json', `${asked}: ${status} as ${type || 'no type'}`);
  const body = json(answer);
  expect(typeof body.type === 'string', `${asked}: the problem has no type`);
  expect(typeof body.title === 'string' && body.title !== '', `${asked}: no title`);
  expect(body.status === status, `${asked}: status ${String(body.status)} inside a ${status}`);
  expect(!hasTrace(answer.text), `${asked}: the problem shows a stack trace`);
}

/** Whether a text looks like the trace of a program. */
export function hasTrace(text: string): boolean {
  return /\n?\s+at \S+ \(?\S+:\d+:\d+\)?|Traceback \(most recent call last\)|node_modules\//.test(
    text,
  );
}

/** The `Set-Cookie` fields of an answer. */
export function cookies(answer: Answer): readonly string[] {
  const value = answer.headers['set-cookie'];
  return value === undefined ? [] : [value].flat();
}

/** The messages of a GraphQL answer's errors; empty where it has none. */
export function errorsOf(answer: Answer): readonly string[] {
  const { errors } = json(answer);
  if (!Array.isArray(errors)) return [];
  return errors.map((error) => (isJson(error) ? String(error.message) : String(error)));
}
