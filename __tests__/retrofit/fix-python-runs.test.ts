import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from '../process.ts';
import { run, type Texts } from '../run.ts';
import { write } from './support.ts';

/** Stands in for python-dotenv, which is not installed here: the lines of `.env`, real variables first. */
const dotenv = `import os
import shlex


def load_dotenv():
    if os.path.exists(".env"):
        for word in shlex.split(open(".env").read(), comments=True):
            name, _, value = word.partition("=")
            os.environ.setdefault(name, value)
`;

const before: Texts = {
  'requirements.txt': 'gunicorn==23.0.0\n',
  'shop/__init__.py': '',
  'shop/settings.py': `"""Settings of the shop."""
from __future__ import annotations

from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent

SECRET_KEY = "w3-l0ve-$c00kies#2023"
DATABASES = {"default": {"USER": "shop", "PASSWORD": 'Tr0ub4dor&3'}}


class Mail:
    API_KEY: bytes = b"mail-51f2c8a9d3e74b60"
`,
  'shop/wsgi.py': `from shop import settings


def application(environ, start_response):
    start_response("200 OK", [])
    return [repr((settings.SECRET_KEY, settings.DATABASES, settings.Mail.API_KEY)).encode()]
`,
};

/** What the application answers, started in a folder. */
function answer(folder: string, variables: Readonly<Record<string, string>> = {}) {
  const code =
    'from shop.wsgi import application; print(application({}, lambda *_: None)[0].decode())';
  const env = { PATH: process.env.PATH ?? '', ...variables };
  const { stdout, stderr } = spawnSync('python3', ['-c', code], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { stdout: stdout.trim(), stderr };
}

test('fixed code starts with the same values by .env, with others by real variables, not without', async () => {
  const { path, remove } = scratch();
  try {
    write(path, before);
    const { stdout: same } = answer(path);
    const after = await run(before, 'config', { fix: true });
    write(path, { ...after, 'dotenv.py': dotenv });
    expect(after['shop/settings.py']).not.toMatch(/c00kies|Tr0ub4dor|51f2c8/);
    expect(answer(path)).toEqual({ stdout: same, stderr: '' });
    expect(same).toContain('w3-l0ve-$c00kies#2023');
    const names = [...(after['.env'] ?? '').matchAll(/^(\w+)=/gm)].map(([, name]) => name ?? '');
    const others = Object.fromEntries(names.map((name) => [name, `other-${name}`]));
    expect(answer(path, others).stdout).toBe(
      "('other-SECRET_KEY', {'default': {'USER': 'shop', 'PASSWORD': 'other-DATABASE_PASSWORD'}}, b'other-API_KEY')",
    );
    rmSync(join(path, '.env'));
    expect(answer(path).stderr).toContain("KeyError: 'SECRET_KEY'");
  } finally {
    remove();
  }
});
