const assert = require('node:assert');
const { test } = require('node:test');
const { build } = require('../src/app');

test('answers a ping', async () => {
  const { statusCode } = await build().inject('/ping');
  assert.equal(statusCode, 200);
});
