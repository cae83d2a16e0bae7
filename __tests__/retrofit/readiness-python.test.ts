import { spawnSync } from 'node:child_process';
import { scratch } from '../process.ts';
import { run, type Texts } from '../run.ts';
import { retrofit, write } from './support.ts';

const requirements = 'fastapi==0.120\nuvicorn==0.38\nsqlalchemy==2.0\nasyncpg==0.30\n';
const fastapi: Texts = {
  'requirements.txt': requirements,
  'shop/__init__.py': '',
  'shop/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
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
    { 'shop/db.py': engine, 'shop/replica.py': engine },
    { 'shop/db.py': `def connect():\n    ${engine}    return engine\n` },
  ]) {
    const { texts, plan } = await retrofit({ ...fastapi, ...more }, 'processes');
    expect(texts['shop/engine_check.py']).toBeUndefined();
    const message = expect.stringContaining('not ask postgresql');
    expect(plan.notes).toContainEqual({ file: 'shop/readiness.py', message });
  }
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
