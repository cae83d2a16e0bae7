import { planOver, run, type Texts } from '../run.ts';

/** An app whose settings class reads `.env`, with its fields and its configuration. */
const app = (fields: string, configuration: string): Texts => ({
  'requirements.txt':
    'fastapi==0.115.6\nuvicorn==0.34.0\npydantic-settings==2.7.0\npsycopg==3.2.3\n',
  'settings.py': `from pydantic_settings import BaseSettings, SettingsConfigDict\n\n\nclass Settings(BaseSettings):\n    ${configuration}\n${fields}\n\nsettings = Settings()\n`,
  'main.py': 'from fastapi import FastAPI\n\nfrom settings import settings\n\napp = FastAPI()\n',
});
const url = '    database_url: str = "postgresql://localhost/shop"\n';
const strict = 'model_config = SettingsConfigDict(env_file=".env")';

test.each([
  ['model_config', strict],
  ['class Config', 'class Config:\n        env_file = ".env"\n'],
])(
  'settings that refuse what is no field of theirs get no .env that has it: %s',
  async (_, how) => {
    const { notes } = await planOver(app(url, how), 'app');
    const after = await run(app(url, how), 'app');
    expect(after['.env']).toBeUndefined();
    expect(after['.env.example']).not.toContain('POSTGRES_PASSWORD');
    expect(after['compose.yaml']).toContain(`POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:-app}`);
    expect(after['compose.yaml']).toContain(`app:\${POSTGRES_PASSWORD:-app}@postgres`);
    expect(notes.map(({ message }) => message).join('\n')).toContain('settings.py refuses a .env');
  },
);

test('a service that was chosen besides puts nothing there, either', async () => {
  const given = { cache: 'redis' };
  const { notes } = await planOver(app(url, strict), 'app', given);
  const after = await run(app(url, strict), 'app', given);
  expect(after['.env']).toBeUndefined();
  expect(after['.env.example']).toContain('#REDIS_URL=');
  expect(notes.some(({ message }) => /set REDIS_URL in the environment/.test(message))).toBe(true);
});

test.each([
  ['extra="ignore"', 'model_config = SettingsConfigDict(env_file=".env", extra="ignore")', url],
  ['a field of that name', strict, `${url}    POSTGRES_PASSWORD: str\n`],
])('settings that take the password have it: %s', async (_, how, fields) => {
  const after = await run(app(fields, how), 'app');
  expect(after['.env']).toMatch(/^POSTGRES_PASSWORD=\S{50}/m);
  expect(after['compose.yaml']).toContain(':?set POSTGRES_PASSWORD in .env');
});

test('what all names begin with does not hide the database: compose and CI hand it over', async () => {
  const how = 'model_config = SettingsConfigDict(env_prefix="shop_")';
  const after = await run(app('    database_url: str\n    workers: int\n', how), 'app');
  expect(after['compose.yaml']).toContain(
    `SHOP_DATABASE_URL: postgresql://app:\${POSTGRES_PASSWORD}@postgres:5432/app`,
  );
  const workflow = after['.github/workflows/ci.yml'];
  expect(workflow).toContain('SHOP_DATABASE_URL: postgresql://app:app@127.0.0.1:5432/app');
  expect(workflow).toContain('SHOP_WORKERS: "1"');
});

test.each([
  [
    'SQLAlchemy before 2.1 would take another',
    'sqlalchemy>=2\npsycopg[binary]\n',
    '',
    'postgresql+psycopg',
  ],
  ['SQLAlchemy 1 knows it not', 'sqlalchemy==1.4.54\npsycopg\n', '', 'postgresql'],
  [
    'the code asks the driver itself',
    'sqlalchemy\npsycopg\n',
    'psycopg.connect(url)\n',
    'postgresql',
  ],
  [
    'the code says it',
    'sqlalchemy\npsycopg\n',
    'url.replace("postgresql", "postgresql+psycopg")\n',
    'postgresql',
  ],
])('an address names psycopg where only that is there: %s', async (_, lists, code, scheme) => {
  const texts = {
    'requirements.txt': `flask\n${lists}`,
    'app.py': `import os\n\nfrom flask import Flask\n\napp = Flask(__name__)\nurl = os.getenv("DATABASE_URL")\n${code}`,
  };
  const compose = (await run(texts, 'docker'))['compose.yaml'];
  expect(compose).toContain(`DATABASE_URL: ${scheme}://app:`);
});
