import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startApp } from '../support/app.ts';

/** As much of the document as is read here. */
interface Document {
  openapi: string;
  security: object[];
}

const app = await startApp();
after(() => app[Symbol.asyncDispose]());
const read = async (from = app) =>
  (await (await from.send('GET', '/openapi.json')).json()) as Document;
const document = await read();

test('it is OpenAPI 3.1, and every reference leads somewhere', () => {
  assert.match(document.openapi, /^3\.1\./);
  for (const [, path = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = path
      .split('/')
      .reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], document);
    assert.ok(found, path);
  }
});

test('who needs a token is told so', async () => {
  assert.deepEqual(document.security, [{ bearer: [] }, {}]);
  await using closed = await startApp({ API_TOKENS: 'one' });
  assert.deepEqual((await read(closed)).security, [{ bearer: [] }]);
});
