import assert from 'node:assert/strict';
import { test } from 'node:test';
import { account, logIn, startAdmin } from '../support/admin.ts';
import { prepareAssets } from '../support/assets.ts';
import { linksOf } from '../support/pages.ts';

prepareAssets('admin', 'bundle.js');
const page = '/admin/resources/todos';

test('nothing is shown to who has not logged in', async () => {
  await using admin = await startAdmin();
  const data = '/admin/api/resources/todos/actions/list';
  for (const path of ['/admin', page, data, '/admin/frontend/assets/app.bundle.js']) {
    const answer = await admin.send(path);
    assert.equal(answer.status, 303, path);
    assert.equal(answer.headers.get('Location'), '/admin/login');
  }
});

test('the form comes with its style, and neither inline code nor another host', async () => {
  await using admin = await startAdmin();
  const answer = await admin.send('/admin/login');
  const html = await answer.text();
  assert.doesNotMatch(answer.headers.get('Content-Security-Policy') ?? '', /unsafe|https?:/);
  assert.doesNotMatch(html, /<script|<style|https?:/);
  for (const link of linksOf(html)) assert.equal((await admin.send(link)).status, 200, link);
});

test('the right password opens, until the logout', async () => {
  await using admin = await startAdmin();
  const { answer, cookie, attributes } = await logIn(admin);
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('Location'), '/admin');
  assert.match(attributes, /HttpOnly/);
  assert.match(attributes, /SameSite=Lax/);
  assert.match(attributes, /Path=\/admin/);
  assert.doesNotMatch(attributes, /Secure/);
  assert.equal((await admin.send(page, cookie)).status, 200);
  assert.equal((await admin.send('/admin/logout', cookie)).status, 303);
  assert.equal((await admin.send(page, cookie)).status, 303);
});

for (const fields of [
  { ...account, password: 'wrong' },
  { ...account, email: 'other@example.com' },
  { email: '', password: '' },
  { email: account.email },
  { 'email[]': account.email, password: account.password },
] as Record<string, string>[]) {
  test(`${JSON.stringify(fields)} does not`, async () => {
    await using admin = await startAdmin();
    const { answer, cookie } = await logIn(admin, fields);
    assert.equal(answer.status, 401);
    assert.equal(cookie, '');
    assert.match(await answer.text(), /role="alert"/);
  });
}

test('what was typed is text, not markup', async () => {
  await using admin = await startAdmin();
  const { answer } = await logIn(admin, { email: '"><b>&', password: 'x' });
  assert.match(await answer.text(), /value="&quot;&gt;&lt;b&gt;&amp;"/);
});

test('ten attempts are enough, for two processes together; other addresses are free', async () => {
  await using admin = await startAdmin();
  await using other = await startAdmin(admin.shared);
  for (let tries = 0; tries < 10; tries += 1) {
    const { answer } = await logIn(tries % 2 ? admin : other, { ...account, password: 'x' });
    assert.equal(answer.status, 401);
  }
  for (const process of [admin, other]) {
    const { answer } = await logIn(process);
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers.get('Retry-After')) > 0);
  }
  const elsewhere = await logIn(admin, account, { 'X-Forwarded-For': '192.0.2.1' });
  assert.equal(elsewhere.answer.status, 303);
});

test('a login forgets the attempts before it, and an old session id', async () => {
  await using admin = await startAdmin();
  const first = await logIn(admin);
  for (let tries = 0; tries < 9; tries += 1) await logIn(admin, { ...account, password: 'x' });
  const second = await logIn(admin);
  assert.equal(second.answer.status, 303);
  assert.notEqual(second.cookie, first.cookie);
  assert.equal((await logIn(admin)).answer.status, 303);
});

test('a session counts in every process with the same key and password, in no other', async () => {
  await using admin = await startAdmin();
  const { cookie } = await logIn(admin);
  const statusWith = async (others: NodeJS.ProcessEnv) => {
    await using other = await startAdmin({ ...admin.shared, ...others });
    return (await other.send(page, cookie)).status;
  };
  assert.equal(await statusWith({}), 200);
  assert.equal(await statusWith({ SECRET_KEY: 'another-'.repeat(10) }), 303);
  assert.equal(await statusWith({ ADMIN_PASSWORD: 'changed' }), 303);
});

test('with https: the cookie is Secure', async () => {
  await using admin = await startAdmin({ PUBLIC_URL: 'https://127.0.0.1' });
  const { attributes } = await logIn(admin, account, { 'X-Forwarded-Proto': 'https' });
  assert.match(attributes, /Secure/);
});

test("another site's page cannot send anything", async () => {
  await using admin = await startAdmin();
  for (const site of ['cross-site', 'same-site']) {
    const { answer } = await logIn(admin, account, { 'Sec-Fetch-Site': site });
    assert.equal(answer.status, 403);
  }
});
