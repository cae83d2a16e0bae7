import { hasTrace } from './http/answers.ts';
import type { Feature, Running } from './types.ts';

type Row = readonly [feature: Feature, line: string, accept: string];

const ROWS: readonly Row[] = [
  ['rest', 'GET /api/todos', '*/*'],
  ['graphql', 'GET /graphql?query=%7B__typename%7D', 'application/json'],
  ['swagger', 'GET /docs', 'text/html'],
  ['graphiql', 'GET /graphql', 'text/html'],
  ['metrics', 'GET /metrics', '*/*'],
  ['admin', 'GET /admin', 'text/html'],
];

/** The features that an app in development shows by what it answers. */
export async function probe(app: Running): Promise<readonly Feature[]> {
  const found: Feature[] = [];
  for (const [feature, line, accept] of ROWS) {
    const { status, text } = await app.ask(line, { headers: { accept } });
    const page = accept !== 'text/html' || status >= 300 || /<html/i.test(text);
    if (status < 400 && page && !hasTrace(text)) found.push(feature);
  }
  return found;
}
