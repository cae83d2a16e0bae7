import { spawnSync } from 'node:child_process';
import { scratch } from '../process.ts';
import { run, type Texts } from '../run.ts';
import { retrofit, write } from './support.ts';

const requirements = 'fastapi==0.120\nuvicorn==0.38\nsqlalchemy==2.0\nasyncpg==0.30\n';
const fastapi: Texts = {
  'requirements.txt': requirements,
  'shop/__init__.py': '',
  'shop/main.py': 'from fastapi import FastAPI\n\nfrom shop import db\n\napp = FastAPI()\n',
};
const flask: Texts = {
  'requirements.txt': 'flask==3.1.2\nflask-sqlalchemy==3.1.1\npsycopg2-binary==2.9\n',
  'models.py': 'from flask_sqlalchemy import SQLAlchemy\n\ndatabase = SQLAlchemy()\n',
  'app.py':
    'import os\nfrom flask import Flask\nfrom models import database\n\n\ndef create_app():\n    app = Flask(__name__)\n    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["DATABASE_URL"]\n    database.init_app(app)\n    return app\n',
};

test.each([
  ['a call', 'engine = create_async_engine("postgresql+asyncpg://x")', '.engine'],
  ['with a type', 'db: AsyncEngine = create_async_engine(URL, echo=True)', '.db'],
  ['of SQLModel', 'engine = AsyncEngine(create_engine(URL, future=True))', '.engine'],
])('the one asynchronous engine is asked in the loop that serves: %s', async (_, made, taken) => {
  const { texts, plan } = await retrofit({ ...fastapi, 'shop/db.py': `${made}\n` }, 'processes');
  expect(texts['shop/engine_check.py']).toContain(
    `    engine: AsyncEngine = import_module("shop.db")${taken}\n`,
  );
  expect(texts['shop/health.py']).toContain('from shop.engine_check import failing_engine\n');
  expect(texts['shop/health.py']).toContain('    if missing := await failing_engine():\n');
  expect(plan.notes.filter(({ message }) => message.includes('not ask'))).toEqual([]);
});

test('several asynchronous engines, or one that only a function makes, are told', async () => {
  const engine = 'engine = create_async_engine("postgresql+asyncpg://x")\n';
  for (const more of [
    { 'shop/db.py': `from .replica import engine\n${engine}`, 'shop/replica.py': engine },
    { 'shop/db.py': `def connect():\n    ${engine}    return engine\n` },
  ]) {
    const { texts, plan } = await retrofit({ ...fastapi, ...more }, 'processes');
    expect(texts['shop/engine_check.py']).toBeUndefined();
    const message = expect.stringContaining('not ask postgresql');
    expect(plan.notes).toContainEqual({ file: 'shop/readiness.py', message });
  }
});

const sync: Texts = {
  'requirements.txt': 'flask==3.1.2\nsqlalchemy==2.0\npsycopg2-binary==2.9\n',
  'app.py': 'from flask import Flask\n\nfrom database import get\n\napp = Flask(__name__)\n',
};
const made = 'engine = create_engine("postgresql://x")\n';
const inside = `def get():\n    ${made}    return engine\n`;

test.each<readonly [string, Texts]>([
  ['a script that drops tables', { 'database.py': inside, 'reset_db.py': made }],
  ['a script alone', { 'database.py': '', 'tools.py': made }],
  [
    'another beside one of a function',
    { 'database.py': `import archive\n${inside}`, 'archive.py': made },
  ],
  [
    'a module that a function takes in',
    { 'database.py': 'def get():\n    import late\n', 'late.py': made },
  ],
  ['a comment', { 'database.py': `# Once:\n#${made}` }],
  ['a text', { 'database.py': `OLD = """\n${made}"""\n` }],
])('no engine is taken in from %s', async (_, more) => {
  const { texts, plan } = await retrofit({ ...sync, ...more }, 'processes');
  expect(texts['engine_check.py']).toBeUndefined();
  const message = expect.stringContaining('not ask postgresql');
  expect(plan.notes).toContainEqual({ file: 'readiness.py', message });
});

test.each<readonly [string, Texts]>([
  ['relatively', { 'shop/main.py': 'from .core.db import engine\n' }],
  ['by its package', { 'shop/main.py': 'from .core import (\n    db,\n)\n' }],
  ['by what its package runs', { 'shop/core/__init__.py': 'from . import db\n' }],
  ['whole', { 'shop/main.py': 'import os, shop.core.db as own\n' }],
])('the engine of a module that the application takes in is asked: %s', async (_, more) => {
  const first = more['shop/main.py'] ?? 'import shop.core\n';
  const files: Texts = {
    'requirements.txt': sync['requirements.txt'] ?? '',
    'shop/__init__.py': '',
    'shop/core/__init__.py': '',
    'shop/core/db.py': `"""Not made twice: create_engine()."""\n${made}`,
    ...more,
    'shop/main.py': `${first}from flask import Flask\n\napp = Flask(__name__)\n`,
  };
  const after = await run(files, 'processes');
  expect(after['shop/engine_check.py']).toContain('import_module("shop.core.db").engine\n');
});

const started = `from sqlalchemy import create_engine
from flask import Flask

print("loaded")
engine = create_engine("postgresql://x")
app = Flask(__name__)

if __name__ == "__main__":
    from engine_check import check_engine

    check_engine()
    print("asked")
`;
const standIns: Texts = {
  'flask.py':
    'class Flask:\n    def __init__(self, name):\n        self.wsgi_app = None\n\n    def __getattr__(self, _):\n        return lambda *args, **more: lambda each: each\n',
  'sqlalchemy.py':
    'from unittest.mock import MagicMock\n\ncreate_engine = MagicMock()\ntext = str\n',
};

test.each([
  ['started as a file', ['app.py']],
  ['started as a module', ['-m', 'app']],
  [
    'taken in by a server',
    ['-c', 'import app, engine_check\nengine_check.check_engine()\nprint("asked")'],
  ],
])('the engine of the application itself is asked where it is loaded: %s', async (_, start) => {
  const { path, remove } = scratch();
  try {
    const after = await run({ ...sync, 'app.py': started }, 'processes');
    expect(after['engine_check.py']).toContain(
      '\nfrom importlib import import_module\nfrom sys import modules\n',
    );
    write(path, { ...after, ...standIns });
    const { stdout, stderr } = spawnSync('python3', start, { cwd: path, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: 'loaded\nasked\n', stderr: '' });
  } finally {
    remove();
  }
});

test('a factory loads what it takes in before the app serves', async () => {
  const factory =
    'from flask import Flask\n\n\ndef create_app(\n    name=None,\n):\n    from database import engine\n\n    app = Flask(__name__)\n    return app\n';
  const after = await run({ ...sync, 'app.py': factory, 'database.py': made }, 'processes');
  expect(after['engine_check.py']).toContain('import_module("database").engine\n');
});

test('the database of Flask-SQLAlchemy is asked in the context of the app, of a factory too', async () => {
  const after = await run(flask, 'processes');
  expect(after['database_check.py']).toContain(
    '    db: SQLAlchemy = import_module("models").database\n',
  );
  expect(after['readiness.py']).toContain('] = [check_database]\n');
  expect(after['health.py']).toContain('    asks_for(app)\n    vars(app)["wsgi_app"] = _before(');
  const elsewhere = flask['app.py']?.replace('SQLALCHEMY_DATABASE_URI', 'SQLALCHEMY_BINDS') ?? '';
  const { texts, plan } = await retrofit({ ...flask, 'app.py': elsewhere }, 'processes');
  expect(texts['database_check.py']).toBeUndefined();
  expect(plan.notes.some(({ message }) => message.includes('not ask postgresql'))).toBe(true);
});

/** Stands in for SQLAlchemy, and for a database that hangs or refuses. */
const engine = `import asyncio

begun = 0


class Connection:
    async def __aenter__(self):
        global begun
        begun += 1
        await how()
        return self

    async def __aexit__(self, *_):
        pass

    async def execute(self, _):
        pass


class Engine:
    connect = Connection


async def well():
    pass


async def hangs():
    await asyncio.sleep(60)


async def refuses():
    raise ConnectionError


how = well
engine = Engine()


def create_async_engine():
    return engine


engine = create_async_engine()
`;
const looks = `import asyncio, json, time
from shop import db, engine_check

async def look(times):
    return await asyncio.gather(*(engine_check.failing_engine() for _ in range(times)))

found = []
for how in (db.well, db.refuses, db.hangs, db.well):
    db.how = how
    start = time.monotonic()
    names = asyncio.run(look(3))
    found.append([names, db.begun, time.monotonic() - start < 3])
print(json.dumps(found))
`;

test('an engine that refuses or hangs is named, soon, by one look for all that ask meanwhile', async () => {
  const { path, remove } = scratch();
  try {
    const after = await run({ ...fastapi, 'shop/db.py': engine }, 'processes');
    write(path, { ...after, 'sqlalchemy.py': 'text = str\n', 'looks.py': looks });
    const { stdout, stderr } = spawnSync('python3', ['looks.py'], { cwd: path, encoding: 'utf8' });
    expect(stderr).toContain('engine: ConnectionError\n');
    const down = ['engine', 'engine', 'engine'];
    const up = [null, null, null];
    expect(JSON.parse(stdout)).toEqual([
      [up, 1, true],
      [down, 2, true],
      [down, 3, true],
      [up, 4, true],
    ]);
  } finally {
    remove();
  }
});
