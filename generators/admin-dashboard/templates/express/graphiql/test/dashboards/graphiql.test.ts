import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GivenHeaders, startApp, type TestApp } from '../support/app.ts';
import { prepareAssets } from '../support/assets.ts';
import { linksOf } from '../support/pages.ts';

prepareAssets('graphiql', 'graphiql.js');

const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const open = (app: TestApp, headers: GivenHeaders = browser) =>
  app.send('GET', '/graphql', undefined, headers);

test('a browser gets the page, and all that it links comes from here', async () => {
  await using app = await startApp({ API_TOKENS: 'one' });
  const page = await open(app);
  const html = await page.text();
  assert.equal(page.status, 200);
  assert.match(page.headers.get('Vary') ?? '', /Accept/);
  assert.match(page.headers.get('Content-Security-Policy') ?? '', /script-src 'self';/);
  assert.doesNotMatch(html, /<script>|<style|\son\w+=|https?:/);
  const workers = ['editorWorkerService', 'graphql', 'json'];
  const links = [...linksOf(html), ...workers.map((name) => `/graphiql/${name}.worker.js`)];
  assert.ok(links.length > 7);
  for (const link of links) assert.equal((await app.send('GET', link)).status, 200, link);
});

test('a program gets no page', async () => {
  await using app = await startApp();
  for (const Accept of ['*/*', 'application/json', 'application/graphql-response+json, */*']) {
    assert.match((await open(app, { Accept })).headers.get('Content-Type') ?? '', /json/);
  }
});

test('without DASHBOARDS nobody does', async () => {
  await using app = await startApp({ DASHBOARDS: 'false' });
  assert.doesNotMatch((await open(app)).headers.get('Content-Type') ?? '', /html/);
  assert.equal((await app.send('GET', '/graphiql/graphiql.js')).status, 404);
});
