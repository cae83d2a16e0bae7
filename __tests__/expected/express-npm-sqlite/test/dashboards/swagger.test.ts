import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../support/app.ts';
import { prepareAssets } from '../support/assets.ts';
import { linksOf } from '../support/pages.ts';

prepareAssets('swagger', 'swagger-ui.css');

test('the page and all that it links come from here, without a script of its own inside', async () => {
  await using app = await startApp();
  const page = await app.send('GET', '/docs');
  const html = await page.text();
  assert.equal(page.status, 200);
  assert.match(page.headers.get('Content-Security-Policy') ?? '', /script-src 'self';/);
  assert.doesNotMatch(page.headers.get('Content-Security-Policy') ?? '', /unsafe/);
  assert.doesNotMatch(html, /<script>|<style|\son\w+=|https?:/);
  const links = linksOf(html);
  assert.ok(links.length > 3);
  for (const link of links) assert.equal((await app.send('GET', link)).status, 200, link);
});

test('it asks no validator on another host', async () => {
  await using app = await startApp();
  const script = await (await app.send('GET', '/docs/init.js')).text();
  assert.match(script, /validatorUrl: null/);
  assert.match(script, /'\/openapi\.json'/);
});

test('an address below it that is nothing is not found, with a slash at the end neither', async () => {
  await using app = await startApp();
  for (const path of ['/docs/', '/docs/unknown.js', '/docs/..%2fadmin%2fbundle.js']) {
    assert.equal((await app.send('GET', path)).status, 404, path);
  }
});

test('without DASHBOARDS there is no page, but the document', async () => {
  await using app = await startApp({ DASHBOARDS: 'false' });
  for (const path of ['/docs', '/docs/swagger-ui.css']) {
    assert.equal((await app.send('GET', path)).status, 404);
  }
  assert.equal((await app.send('GET', '/openapi.json')).status, 200);
});
