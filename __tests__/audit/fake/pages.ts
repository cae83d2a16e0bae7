import { broken } from './broken.ts';
import type { Config } from './config.ts';
import { page, problem, type Reply } from './reply.ts';
import type { Question } from './todos.ts';

const LONGEST = 5000;
const DEEPEST = 10;

/** /graphql: no schema, only the bounds and a page. */
export function answerGraphql({ dashboards }: Config, question: Question, accept: string): Reply {
  if (question.method === 'GET' && accept.includes('text/html') && dashboards) {
    const script = broken('foreign') ? '<script src="https://cdn.example/x.js"></script>' : '';
    return page(`<h1>GraphiQL</h1>${script}`);
  }
  if (!['GET', 'POST'].includes(question.method)) return problem(405, { allow: 'GET, POST' });
  const text = question.body.toString();
  if (!asks(question) && !broken('asks-nothing')) return problem(400);
  const depth = text.split('{').length;
  const bounded = text.length < LONGEST && depth < DEEPEST && !text.startsWith('[');
  if (bounded || broken('unbounded')) {
    return { status: 200, body: { data: { __typename: 'Query' } } };
  }
  return { status: 400, body: { errors: [{ message: 'too much' }] } };
}

/** /metrics, as the environment lets it be seen. */
export function answerMetrics({ production, metricsToken }: Config, token: string): Reply {
  const open = !production || broken('metrics') || (metricsToken && token === metricsToken);
  if (!open) return problem(404);
  const body = '# TYPE requests_total counter\nrequests_total 1\n';
  return { status: 200, body, headers: { 'content-type': 'text/plain; version=0.0.4' } };
}

/** Whether a request asks for something. */
function asks({ method, url, body }: Question): boolean {
  const search = url.searchParams;
  if (method === 'GET') return Boolean(search.get('query')) && search.get('variables') !== 'x';
  try {
    const { query, variables } = JSON.parse(body.toString());
    return typeof query === 'string' && query !== '' && !Array.isArray(variables);
  } catch {
    return false;
  }
}
