import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { adminSettings } from '../support/admin.ts';
import { scratchDatabase } from '../support/database.ts';
import { linesOf, startProcess } from '../support/process.ts';

const database = await scratchDatabase();
after(database.drop);
const env = { ...adminSettings, DATABASE_URL: database.url, PORT: 'unused', API_TOKENS: '' };
await startProcess('src/manage.ts', env, ['migrate']).end;

for (const NODE_ENV of ['production', 'development']) {
  test(`${NODE_ENV}: it listens on ADMIN_PORT, and ends in order; its log is JSON`, async () => {
    const admin = startProcess('src/admin.ts', { ...env, NODE_ENV, PORT: '1', ADMIN_PORT: '0' });
    const url = await admin.url;
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
    assert.equal((await fetch(`${url}/admin`)).status, 200);
    admin.child.kill('SIGTERM');
    const { code, output, errors } = await admin.end;
    assert.equal(code, 0);
    assert.equal(errors, '');
    assert.equal(linesOf(output).at(-1)?.message, 'stopped');
  });
}

test('it is not started without somebody who may log in', async () => {
  const none = { ...env, PORT: '0', ADMIN_EMAIL: 'nobody', ADMIN_PASSWORD: '' };
  const { code, errors } = await startProcess('src/admin.ts', none).end;
  assert.equal(code, 78);
  assert.match(errors, /ADMIN_EMAIL/);
  assert.match(errors, /ADMIN_PASSWORD/);
  assert.doesNotMatch(errors, /nobody/);
});
