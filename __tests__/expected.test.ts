import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFolder, run, type Texts } from './run.ts';

const folder = join(import.meta.dirname, 'expected');
/** `UPDATE_EXPECTED=1` writes the folders anew: read the difference before it is committed. */
const update = process.env.UPDATE_EXPECTED === '1';

/** The whole projects that are kept for review: by name, what the user chose. */
const projects: Readonly<Record<string, object>> = {
  'express-npm-sqlite': {},
  'express-pnpm-postgresql': {
    'package-manager': 'pnpm',
    database: 'postgresql',
    cache: 'redis',
    monitoring: 'prometheus',
    server: 'cluster',
    port: 8080,
  },
  'django-uv-sqlite': { stack: 'django' },
  'django-pip-postgresql': {
    stack: 'django',
    'package-manager': 'pip',
    database: 'postgresql',
    cache: 'redis',
    monitoring: 'prometheus',
    server: 'gunicorn',
    port: 8080,
  },
  'express-yarn-minimal': {
    'package-manager': 'yarn',
    api: 'none',
    dashboards: 'none',
    ci: 'none',
  },
};

/** What is compared: not the secrets of `.env`, and not the base, which says the same again. */
function shown(texts: Texts): Texts {
  const hidden = new Set(['.env', '.imagine/base.json']);
  return Object.fromEntries(Object.entries(texts).filter(([path]) => !hidden.has(path)));
}

test('every kept project is made by a choice', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(projects).sort());
});

test.each(Object.keys(projects))('%s', async (name) => {
  const made = shown(await run({}, 'app', { name: 'shop', ...projects[name] }));
  if (update) {
    rmSync(join(folder, name), { recursive: true, force: true });
    for (const [path, text] of Object.entries(made)) {
      mkdirSync(join(folder, name, dirname(path)), { recursive: true });
      writeFileSync(join(folder, name, path), text);
    }
  }
  expect(made).toEqual(readFolder(join(folder, name)));
});

test('the base repeats what was written, and holds no secret', async () => {
  const made = await run({}, 'app', { name: 'shop' });
  const base = JSON.parse(made['.imagine/base.json'] ?? '{}');
  const { '.env': _env, '.imagine/base.json': _base, '.yo-rc.json': _answers, ...written } = made;
  expect(base).toEqual(written);
});
