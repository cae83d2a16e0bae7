import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { createModels } from '../../src/admin/models.ts';
import { logIn, startAdmin } from '../support/admin.ts';
import { prepareAssets } from '../support/assets.ts';
import { linksOf } from '../support/pages.ts';

prepareAssets('admin', 'bundle.js');
const admin = await startAdmin();
after(() => admin[Symbol.asyncDispose]());
const { cookie } = await logIn(admin);
const api = '/admin/api/resources/todos';

/** As much of an answer of AdminJS as is read here. */
interface Answer {
  records: { params: Record<string, unknown> }[];
  record: { params: Record<string, unknown>; errors: Record<string, { message: string }> };
  meta: { total: number };
  notice: { type: string };
}

const get = async (path: string) => (await (await admin.send(api + path, cookie)).json()) as Answer;

async function post(path: string, fields: Record<string, string>): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const options = { method: 'POST', headers: { Cookie: cookie }, body };
  return (await (await fetch(admin.url + api + path, options)).json()) as Answer;
}

const titles = ({ records }: Answer) => records.map(({ params }) => params.title);

test('its pages come without another host, and what they link is there', async () => {
  const page = await admin.send('/admin/resources/todos', cookie);
  const html = await page.text();
  const [, nonce] = /'nonce-([^']+)'/.exec(page.headers.get('Content-Security-Policy') ?? '') ?? [];
  assert.ok(nonce);
  for (const [tag] of html.matchAll(/<(?:script|style)[^>]*>/g))
    assert.ok(tag.includes(nonce), tag);
  assert.doesNotMatch(html, /fonts\.googleapis/);
  for (const link of linksOf(html)) {
    assert.equal((await admin.send(link, cookie)).status, 200, link);
  }
  const again = await admin.send('/admin/resources/todos', cookie);
  assert.ok(!again.headers.get('Content-Security-Policy')?.includes(nonce));
});

test('a todo is made, shown, changed and deleted', async () => {
  const made = await post('/actions/new', { title: 'Milk', done: 'true', id: 'mine' });
  assert.equal(made.notice.type, 'success');
  const { id } = made.record.params;
  assert.notEqual(id, 'mine');
  const shown = await get(`/records/${id}/show`);
  assert.equal(shown.record.params.title, 'Milk');
  assert.equal(shown.record.params.done, true);
  await post(`/records/${id}/edit`, { title: 'Bread', done: 'false' });
  const changed = await get(`/records/${id}/show`);
  assert.equal(changed.record.params.title, 'Bread');
  assert.equal(changed.record.params.done, false);
  assert.equal((await post(`/records/${id}/delete`, {})).notice.type, 'success');
  assert.equal((await get(`/records/${id}/show`)).notice.type, 'error');
});

test('a fault is told at its field', async () => {
  for (const title of ['', 'x'.repeat(201)]) {
    const { notice, record } = await post('/actions/new', { title });
    assert.equal(notice.type, 'error');
    assert.ok(record.errors.title?.message);
  }
  const { notice } = await post('/actions/new', {});
  assert.equal(notice.type, 'error');
});

test('the list is filtered, sorted and paged', async () => {
  for (const title of ['One 100%', 'two', 'three_x']) await post('/actions/new', { title });
  await post('/actions/new', { title: 'Checked', done: 'true' });
  const list = (query: string) => get(`/actions/list?${query}`);
  assert.deepEqual(titles(await list('filters.title=ONE')), ['One 100%']);
  assert.deepEqual(titles(await list(`filters.title=${encodeURIComponent('%')}`)), ['One 100%']);
  assert.deepEqual(titles(await list('filters.title=_')), ['three_x']);
  assert.deepEqual(titles(await list('filters.done=true')), ['Checked']);
  assert.equal((await list('filters.createdAt~~to=2001-01-01')).meta.total, 0);
  assert.equal((await list('filters.createdAt~~from=2001-01-01')).meta.total, 4);
  assert.equal((await list('filters.unknown=x&filters.id=x')).meta.total, 4);
  const sorted = await list('sortBy=title&direction=desc&perPage=2&page=1');
  assert.deepEqual(titles(sorted), ['two', 'three_x']);
  const rest = await list('sortBy=title&direction=desc&perPage=2&page=2');
  assert.deepEqual(titles(rest), ['One 100%', 'Checked']);
  assert.equal(sorted.meta.total, 4);
});

test('several are deleted at once', async () => {
  const { records } = await get('/actions/list?perPage=2');
  const ids = records.map(({ params }) => params.id).join(',');
  const before = (await get('/actions/list')).meta.total;
  await post(`/bulk/bulkDelete?recordIds=${ids}`, {});
  assert.equal((await get('/actions/list')).meta.total, before - 2);
});

test('what is gone in the meantime cannot be changed', async () => {
  const [todos] = createModels(admin.context.resources);
  assert.equal(await todos?.update(randomUUID(), { title: 'x' }), undefined);
});

for (const path of ['/actions/unknown', '/actions/toString', '/records/x/unknown', '/search/x']) {
  test(`${path} is nothing`, async () => {
    assert.equal((await admin.send(api + path, cookie)).status, 404);
  });
}

test('neither is another resource, nor a malformed id or form', async () => {
  assert.equal((await admin.send('/admin/resources/unknown', cookie)).status, 404);
  assert.equal((await get('/records/x/show')).notice.type, 'error');
  const headers = { Cookie: cookie, 'Content-Type': 'multipart/form-data; boundary=x' };
  const options = { method: 'POST', headers, body: 'nonsense' };
  assert.equal((await fetch(`${admin.url}${api}/actions/new`, options)).status, 400);
});
