import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as library from '@graphql-yoga/render-graphiql/graphiql';

const page = join(import.meta.dirname, '../../src/dashboards/graphiql');
const favicon = Buffer.from(library.favicon.slice(library.favicon.indexOf(',') + 1), 'base64');

/** Files of GraphiQL by name; the page's script names a worker `<label>.worker.js`. */
const files = {
  'graphiql.js': library.js,
  'graphiql.css': library.css,
  'editorWorkerService.worker.js': library.editorWorkerService,
  'graphql.worker.js': library.graphqlWorker,
  'json.worker.js': library.jsonWorker,
  'favicon.ico': favicon,
};

/** Writes GraphiQL, which its package holds as strings, and our page around it into `folder`. */
export async function writeGraphiql(folder: string): Promise<void> {
  await cp(page, folder, { recursive: true });
  const writes = Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text));
  await Promise.all(writes);
}
