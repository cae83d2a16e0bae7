import { expect } from '../failure.ts';
import { expectStatus, header } from '../http/answers.ts';
import type { Check, Environment, Subject } from '../types.ts';

const FRONT = 'https://front.example.test';

async function preflight(app: Subject, origin: string, changes: Environment = {}) {
  const web = await app.shared('web', changes);
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  };
  const answer = await web.ask('OPTIONS /api/todos', { token: null, headers });
  const plain = await web.ask('GET /api/todos', { headers: { origin } });
  return { answer, plain };
}

/** Other origins. */
export const cors: readonly Check[] = [
  {
    id: 'cors.closed',
    line: 'CORS_ORIGINS: none by default',
    needs: ['rest'],
    run: async (app) => {
      const { answer, plain } = await preflight(app, FRONT);
      for (const one of [answer, plain]) {
        const allowed = header(one, 'access-control-allow-origin');
        expect(allowed === '', `${one.asked}: Access-Control-Allow-Origin: ${allowed}`);
      }
      return undefined;
    },
  },
  {
    id: 'cors.open',
    line: 'CORS_ORIGINS: those origins, with a token, and no others',
    needs: ['rest'],
    run: async (app) => {
      const changes = { CORS_ORIGINS: `${FRONT},https://second.example.test` };
      const { answer, plain } = await preflight(app, FRONT, changes);
      expectStatus(answer, 200, 204);
      for (const one of [answer, plain]) {
        const allowed = header(one, 'access-control-allow-origin');
        expect(allowed === FRONT, `${one.asked}: Access-Control-Allow-Origin: ${allowed}`);
        expect(/\borigin\b/i.test(header(one, 'vary')), `${one.asked}: Vary lacks Origin`);
      }
      const headers = header(answer, 'access-control-allow-headers').toLowerCase();
      const token = headers.includes('authorization') && headers.includes('content-type');
      expect(token, `Access-Control-Allow-Headers: ${headers}`);
      const other = await preflight(app, 'https://evil.example.test', changes);
      const allowed = header(other.plain, 'access-control-allow-origin');
      expect(allowed === '' || allowed === FRONT, `another origin gets ${allowed}`);
      return undefined;
    },
  },
];
