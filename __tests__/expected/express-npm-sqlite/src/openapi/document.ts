import { createDocument } from 'zod-openapi';
import manifest from '../../package.json' with { type: 'json' };
import { todoPaths } from './todos.ts';

const { name, version } = manifest;

/** The OpenAPI document of the API; `open` says that it takes callers without a token. */
export function createOpenApi({ open }: { open: boolean }) {
  return createDocument({
    openapi: '3.1.1',
    info: { title: name, version, description: `The REST API of ${name}.` },
    servers: [{ url: '/' }],
    tags: [{ name: 'todos', description: 'Things to be done' }],
    security: [{ bearer: [] }, ...(open ? [{}] : [])],
    paths: { ...todoPaths },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token of API_TOKENS' },
      },
    },
  });
}
