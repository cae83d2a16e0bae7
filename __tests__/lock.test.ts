import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockNotes } from '../lib/lock.ts';
import { stacks } from '../lib/stacks/catalog.ts';
import type { Project } from '../lib/types.ts';

const uvLock =
  'source = { registry = "https://index.example.test/simple" }\nurl = "https://elsewhere.example.test/x"\n';
const npmLock = '{ "resolved": "https://index.example.test/x/-/x-1.0.0.tgz" }\n';
const index = 'https://me:secret@index.example.test/simple';

/** What is said of a lock file of a manager beside a manifest. */
function said(manager: string, texts: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv) {
  const root = mkdtempSync(join(tmpdir(), 'imagine-lock-'));
  try {
    for (const [path, text] of Object.entries(texts)) writeFileSync(join(root, path), text);
    const stack = stacks.find(({ managers }) => managers.some(({ name }) => name === manager));
    const found = stack?.managers.find(({ name }) => name === manager);
    return lockNotes(root, { stack, manager: found } as Project, env);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test.each([
  ['uv', { 'uv.lock': uvLock }, { UV_DEFAULT_INDEX: index }],
  ['npm', { 'package-lock.json': npmLock }, { npm_config_registry: index }],
  ['npm', { 'package-lock.json': npmLock }, { 'NPM_CONFIG_@own:registry': index }],
])('%s: an index of the user’s own settings is told, without a secret', (manager, texts, env) => {
  const [note, ...more] = said(manager, texts, env);
  expect(more).toEqual([]);
  expect(note?.file).toBe(Object.keys(texts)[0]);
  expect(note?.message).toMatch(/^names index\.example\.test, which/);
  expect(note?.message).not.toMatch(/secret|elsewhere/);
});

test('an index that the project declares, or that no setting names, is nothing to tell', () => {
  const declared = { 'uv.lock': uvLock, 'pyproject.toml': `url = "${index}"` };
  expect(said('uv', declared, { UV_DEFAULT_INDEX: index })).toEqual([]);
  expect(said('uv', { 'uv.lock': uvLock }, {})).toEqual([]);
  expect(said('uv', {}, { UV_DEFAULT_INDEX: index })).toEqual([]);
  expect(said('pip', { 'requirements.txt': uvLock }, { PIP_INDEX_URL: index })).toEqual([]);
});
