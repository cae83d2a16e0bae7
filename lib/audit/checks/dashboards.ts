import { inDevelopment, inProduction } from '../environments.ts';
import { expect } from '../failure.ts';
import { expectStatus, header } from '../http/answers.ts';
import type { Answer } from '../http/request.ts';
import type { Check, Feature, Running, Subject } from '../types.ts';

const PAGES: readonly (readonly [feature: Feature, path: string, shows: RegExp])[] = [
  ['swagger', '/docs', /swagger/i],
  ['graphiql', '/graphql', /graphiql/i],
];
const FOREIGN = /<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=["']?(?:https?:)?\/\/[^"'>\s]+/gi;

function open(web: Running, path: string): Promise<Answer> {
  return web.ask(`GET ${path}`, { token: null, headers: { accept: 'text/html' } });
}

function isPage(answer: Answer, shows: RegExp): boolean {
  const html = header(answer, 'content-type').startsWith('text/html');
  return answer.status === 200 && html && shows.test(answer.text);
}

async function expectOff(app: Subject, web: Running): Promise<void> {
  for (const [feature, path, shows] of PAGES) {
    if (!app.features.has(feature)) continue;
    const answer = await open(web, path);
    expect(!isPage(answer, shows), `${path} is there in production`);
    if (feature === 'swagger') expectStatus(answer, 404);
  }
}

async function expectOn(app: Subject, web: Running, feature: Feature): Promise<void> {
  for (const [own, path, shows] of PAGES) {
    if (own !== feature || !app.features.has(own)) continue;
    const answer = await open(web, path);
    expect(isPage(answer, shows), `GET ${path}: ${answer.status}, no page that shows ${shows}`);
    const foreign = answer.text.match(FOREIGN) ?? [];
    expect(foreign.length === 0, `${path} loads from another host: ${foreign.join(' ')}`);
  }
}

/** Swagger UI and GraphiQL, without a browser. */
export const dashboards: readonly Check[] = [
  {
    id: 'dashboards.docs',
    line: 'GET /docs: Swagger UI, in development',
    needs: ['swagger'],
    run: async (app) => {
      await expectOn(app, await inDevelopment(app), 'swagger');
      return undefined;
    },
  },
  {
    id: 'dashboards.graphiql',
    line: 'GET /graphql: GraphiQL for a browser, in development',
    needs: ['graphiql'],
    run: async (app) => {
      await expectOn(app, await inDevelopment(app), 'graphiql');
      return undefined;
    },
  },
  {
    id: 'dashboards.off',
    line: 'dashboards are off in production, also where NODE_ENV / APP_ENV is unset',
    run: async (app) => {
      await expectOff(app, await inProduction(app));
      const unset = { [app.language.environmentVariable]: undefined };
      await expectOff(app, await app.start('web', unset));
      return undefined;
    },
  },
  {
    id: 'dashboards.false',
    line: 'dashboards are off in production with DASHBOARDS=false',
    run: async (app) => {
      await expectOff(app, await app.start('web', { DASHBOARDS: 'false' }));
      return undefined;
    },
  },
  {
    id: 'dashboards.on',
    line: 'dashboards are there in production with DASHBOARDS=true; the API stays closed',
    run: async (app) => {
      const web = await app.start('web', { DASHBOARDS: 'true' });
      for (const feature of ['swagger', 'graphiql'] as const) await expectOn(app, web, feature);
      if (app.features.has('rest')) {
        expectStatus(await web.ask('GET /api/todos', { token: null }), 401);
      }
      return undefined;
    },
  },
];
