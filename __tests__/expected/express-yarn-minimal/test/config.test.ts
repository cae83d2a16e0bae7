import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ConfigError, loadConfig } from '../src/config.ts';
import { absentDatabase } from './support/database.ts';
import { settings } from './support/settings.ts';

const complete = { ...settings, DATABASE_URL: absentDatabase };
const production = { ...complete, NODE_ENV: 'production', HOST: '', LOG_LEVEL: '' };

test('without NODE_ENV it is production, on every interface, without dashboards', () => {
  const config = loadConfig('web', { ...production, NODE_ENV: '' });
  assert.equal(config.NODE_ENV, 'production');
  assert.equal(config.HOST, '0.0.0.0');
  assert.equal(config.DASHBOARDS, false);
  assert.equal(config.LOG_LEVEL, 'info');
});

test('development listens on this machine only and shows dashboards', () => {
  const config = loadConfig('web', { ...production, NODE_ENV: 'development', API_TOKENS: '' });
  assert.equal(config.HOST, '127.0.0.1');
  assert.equal(config.DASHBOARDS, true);
  assert.deepEqual(config.API_TOKENS, ['*']);
});

test('every missing and malformed variable is named, and no value', () => {
  const env = {
    DATABASE_URL: 'mystery:tail',
    PORT: 'http',
    SECRET_KEY: 'tooshort',
    DASHBOARDS: '',
  };
  assert.throws(
    () => loadConfig('web', env),
    (error) => {
      assert.ok(error instanceof ConfigError);
      for (const name of ['DATABASE_URL', 'PORT', 'SECRET_KEY', 'API_TOKENS']) {
        assert.match(error.message, new RegExp(`\\b${name} `));
      }
      assert.doesNotMatch(error.message, /mystery|http\b|tooshort|DASHBOARDS/);
      return true;
    },
  );
});

test('a process is not asked for what it does not read', () => {
  const env = { ...complete, SECRET_KEY: '', API_TOKENS: '', PORT: 'none' };
  assert.equal(loadConfig('manage', env).DATABASE_URL, absentDatabase);
});

test('words, numbers and addresses arrive as what they mean', () => {
  const config = loadConfig('web', {
    ...complete,
    PUBLIC_URL: 'https://shop.example.com',
    ALLOWED_HOSTS: 'a.example, b.example,',
    TRUSTED_PROXIES: '1',
    DASHBOARDS: 'false',
  });
  assert.equal(config.PUBLIC_URL?.hostname, 'shop.example.com');
  assert.deepEqual(config.ALLOWED_HOSTS, ['a.example', 'b.example']);
  assert.equal(config.TRUSTED_PROXIES, 1);
  assert.equal(config.DASHBOARDS, false);
});

for (const [name, value] of Object.entries({
  NODE_ENV: 'staging',
  PORT: '65536',
  PUBLIC_URL: 'ftp://shop.example.com',
  TRUSTED_PROXIES: '-1',
  SHUTDOWN_TIMEOUT: '8s',
  LOG_LEVEL: 'loud',
  DASHBOARDS: 'yes',
})) {
  test(`a malformed ${name} is refused`, () => {
    assert.throws(() => loadConfig('web', { ...complete, [name]: value }), new RegExp(`${name} `));
  });
}

test('.env.example names every variable of the loader', () => {
  const source = readFileSync('src/config.ts', 'utf8');
  const example = readFileSync('.env.example', 'utf8');
  for (const [, name] of source.matchAll(/^ +([A-Z_]+): (?!'|\{)/gm)) {
    if (name !== 'NODE_ENV') assert.match(example, new RegExp(`^#?${name}=`, 'm'));
  }
});
