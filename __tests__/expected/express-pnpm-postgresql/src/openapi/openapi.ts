import type { Feature } from '../feature.ts';
import { route } from '../http/route.ts';

/** `/openapi.json`: the API as a document, made of the schemas that validate its requests. */
export const openApi: Feature = (app, { config }) => {
  const open = config.API_TOKENS.includes('*');
  let text: Promise<string> | undefined;
  route(app, '/openapi.json', {
    async get(_request, response) {
      text ??= import('./document.ts').then(({ createOpenApi }) =>
        JSON.stringify(createOpenApi({ open })),
      );
      response.type('json').send(await text);
    },
  });
};
