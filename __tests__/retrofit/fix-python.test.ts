import { fixtures, run, runAll, type Texts } from '../run.ts';
import { retrofit } from './support.ts';

const secret = 'w3-l0ve-c00kies-2023';
const flask = { 'requirements.txt': 'flask==3.0.0\n', '.gitignore': '.env\n' };
const app = 'from flask import Flask\n\napp = Flask(__name__)\n';
const above =
  'import os\n\nfrom dotenv import load_dotenv\nfrom flask import Flask\n\nload_dotenv()\n';

/** What `--fix` makes of one module, and what it tells of it. */
async function fixed(code: string, beside: Texts = {}, path = 'settings.py') {
  const project = { ...flask, 'app.py': app, ...beside, [path]: code };
  const { texts, plan } = await retrofit(project, 'config', { fix: true });
  const told = plan.notes.filter(({ file }) => file === path).map(({ message }) => message);
  return { text: texts[path], env: texts['.env'] ?? '', told: told.join('\n'), texts };
}

test('a secret of an app moves to .env, which the file loads before it reads it', async () => {
  const { text, env, texts } = await fixed(`${app}app.secret_key = '${secret}'\n`, {}, 'app.py');
  expect(text).toBe(
    `${above.replace('Flask\n\n', 'Flask\n\nfrom environment import check_environment\n\n')}\ncheck_environment()\napp = Flask(__name__)\napp.secret_key = os.environ['SECRET_KEY']\n`,
  );
  expect(env).toContain(`SECRET_KEY=${secret}\n`);
  expect(texts['requirements.txt']).toMatch(/^python-dotenv>=/m);
  const { '.env': _env, ...shown } = texts;
  expect(JSON.stringify(shown)).not.toContain(secret);
});

const imports = 'import os\n\nfrom dotenv import load_dotenv\n\nload_dotenv()\n\n';
/** Code → what it becomes, behind what it needs where nothing else is said. */
const moved: readonly (readonly [string, string, string])[] = [
  ['a name', `KEY_SALT = "${secret}"`, 'KEY_SALT = os.environ["KEY_SALT"]'],
  ['an annotated name', `MY_SECRET: str = "${secret}"`, 'MY_SECRET: str = os.environ["MY_SECRET"]'],
  [
    'an item',
    `app.config["SECRET_KEY"] = "${secret}"`,
    'app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]',
  ],
  [
    'a keyword',
    `app.config.update(MAIL_PASSWORD="${secret}")`,
    'app.config.update(MAIL_PASSWORD=os.environ["MAIL_PASSWORD"])',
  ],
  [
    'a key that is only called password',
    `DATABASES = {"default": {"PASSWORD": "${secret}"}}`,
    'DATABASES = {"default": {"PASSWORD": os.environ["DATABASE_PASSWORD"]}}',
  ],
  [
    'an address that is handed on',
    'engine = connect("postgresql://shop:s3cr3tpw9@db.example.net/shop")',
    'engine = connect(os.environ["DATABASE_URL"])',
  ],
  [
    'what stands in several lines',
    'A_SECRET = (\n    "w3-l0ve"\n    "-c00kies-2023"\n)',
    'A_SECRET = os.environ["A_SECRET"]',
  ],
  [
    'a default of a parameter',
    `def login(jwt_secret: str = "${secret}"):\n    pass`,
    'def login(jwt_secret: str = os.environ["JWT_SECRET"]):\n    pass',
  ],
  ['bytes', `SECRET_KEY = b"${secret}"`, 'SECRET_KEY = os.environ["SECRET_KEY"].encode()'],
  [
    'a class attribute, its quotes kept',
    `class Config:\n    SECRET_KEY = '${secret}'`,
    "class Config:\n    SECRET_KEY = os.environ['SECRET_KEY']",
  ],
];
test.each(moved)('%s', async (_, code, result) => {
  const { text, env } = await fixed(`${code}\n`);
  expect(text).toBe(`${imports}${/^(?:class|def)/.test(code) ? '\n' : ''}${result}\n`);
  expect(env).toMatch(/^\w+=(?:w3-l0ve-c00kies-2023|postgresql:\/\/shop:s3cr3tpw9@db)/m);
});

/** Defaults of reads, which lose the secret only. */
const fallbacks: readonly (readonly [string, string, string, string])[] = [
  ['os.getenv', 'import os', `os.getenv("A_SECRET", "${secret}")`, 'os.environ["A_SECRET"]'],
  ['or', 'import os', `os.getenv("A_SECRET") or "${secret}"`, 'os.environ["A_SECRET"]'],
  [
    'os.environ.get',
    'import os as system',
    `system.environ.get("A_SECRET", default="${secret}")`,
    'system.environ["A_SECRET"]',
  ],
  ['getenv', 'from os import getenv', `getenv("A_SECRET", "${secret}")`, 'getenv("A_SECRET")'],
  [
    'environ',
    'from os import environ',
    `environ.get("A_SECRET", "${secret}")`,
    'environ["A_SECRET"]',
  ],
];
test.each(fallbacks)('a default of %s', async (_, head, code, result) => {
  const { text, env } = await fixed(`${head}\n\nA_SECRET = ${code}\n`);
  const behind = `${head}\n\nfrom dotenv import load_dotenv\n\nload_dotenv()\n\n`;
  expect(text).toBe(`${behind}A_SECRET = ${result}\n`);
  expect(env).toContain(`A_SECRET=${secret}`);
});

const reading: Texts = {
  'mail.py': 'import os\n\nkeys = os.environ["A_SECRET"], os.getenv("B_SECRET")\n',
};
/** Lines that set a variable themselves: what `.env` sets needs none. */
const set: readonly (readonly [string, string, string])[] = [
  [
    'between others',
    `import os\n\nimport openai\n\nos.environ["A_SECRET"] = "${secret}"\n\nprint(os.name)\n`,
    'import os\n\nimport openai\nfrom dotenv import load_dotenv\n\nload_dotenv()\n\nprint(os.name)\n',
  ],
  [
    'twice, with .env loaded by the file itself',
    `import os\nfrom dotenv import load_dotenv\nload_dotenv()\nos.environ["A_SECRET"] = "${secret}"\nos.environ["B_SECRET"] = "${secret}-b"\nprint(os.name)\n`,
    'import os\nfrom dotenv import load_dotenv\nload_dotenv()\nprint(os.name)\n',
  ],
];
test.each(set)('a line that sets a variable is taken away: %s', async (_, code, result) => {
  const { text, env, texts } = await fixed(code, reading);
  expect(text).toBe(result);
  expect(env).toContain(`A_SECRET=${secret}`);
  expect(texts['.env.example']).toContain('A_SECRET=\n');
  expect(await run(texts, 'config')).toEqual(texts);
});

test('a line that sets a variable for an import below it stays', async () => {
  const code = `from os import environ\n\nenviron['A_SECRET'] = '${secret}'\nimport openai\nprint(environ)\n`;
  const { text, told } = await fixed(code, reading);
  expect(text).toBe(code);
  expect(told).toContain('there is no sure place for the imports that it needs');
});

test.each<[string, string, Texts?]>([
  [
    'nobody here reads it',
    `import os\n\nos.environ["A_SECRET"] = "${secret}"\nprint(os.name)\n`,
    {},
  ],
  ['nothing else needs the import', `import os\n\nos.environ["A_SECRET"] = "${secret}"\n`],
  ['in a block', `import os\n\nif os.name:\n    os.environ["A_SECRET"] = "${secret}"\n`],
  ['not alone', `import os\n\nos.environ["A_SECRET"] = "${secret}"; print(os.name)\n`],
  ['with a comment', `import os\n\nos.environ["A_SECRET"] = "${secret}"  # ours\nprint(os.name)\n`],
])('a line that sets a variable stays and is told: %s', async (_, code, beside = reading) => {
  const { text, told } = await fixed(code, beside);
  expect(text).toBe(code);
  expect(told).toContain('take the line away, and set A_SECRET wherever this runs');
});

const base = 'from pathlib import Path\n\nBASE_DIR = Path(__file__).resolve().parent\n';
/** Files that read in a way of their own, which loads `.env` already. */
const own: readonly (readonly [string, string, string, string])[] = [
  [
    'decouple',
    'from decouple import config\n',
    `config("A_SECRET", default="${secret}")`,
    'config("A_SECRET")',
  ],
  ['decouple, a literal', 'from decouple import config\n', `"${secret}"`, 'config("A_SECRET")'],
  [
    'environs',
    'from environs import Env\n\nenv = Env()\nenv.read_env()\n',
    `"${secret}"`,
    'env("A_SECRET")',
  ],
  [
    'django-environ',
    `${base}import environ\nenv = environ.Env()\nenv.read_env(BASE_DIR / ".env")\n`,
    `env.str("A_SECRET", default="${secret}")`,
    'env.str("A_SECRET")',
  ],
  [
    'python-dotenv',
    'import os\nfrom dotenv import load_dotenv\nload_dotenv()\n',
    `"${secret}"`,
    'os.environ["A_SECRET"]',
  ],
];
test.each(own)('the own way of a file: %s', async (_, head, code, result) => {
  const requirements = `${flask['requirements.txt']}python-dotenv==1.0.0\n`;
  const beside = { 'requirements.txt': requirements };
  const { text, env, texts } = await fixed(`${head}A_SECRET = ${code}\n`, beside);
  expect(text).toBe(`${head}A_SECRET = ${result}\n`);
  expect(env).toContain(`A_SECRET=${secret}`);
  expect(texts['requirements.txt']).toBe(requirements);
});

test('a field of a settings class keeps its type', async () => {
  const head = 'from pydantic_settings import BaseSettings, SettingsConfigDict\n\n\n';
  const config = '    model_config = SettingsConfigDict(env_file=".env", env_prefix="SHOP_")\n';
  const code = `${head}class Settings(BaseSettings):\n${config}    jwt_secret: str = "${secret}"\n`;
  const { text, env } = await fixed(code);
  expect(text).toBe(code.replace(` = "${secret}"`, ''));
  expect(env).toContain(`SHOP_JWT_SECRET=${secret}`);
  const { text: other, told } = await fixed(`A_SECRET = "${secret}"\n`, { 'conf.py': code });
  expect(other).toContain(secret);
  expect(told).toContain('conf.py refuses a .env');
});

/** What stays, and why. */
const stays: readonly (readonly [string, string, Texts])[] = [
  ['A_SECRET = """w3-l0ve-c00kies"""', 'no plain text', {}],
  ['A_SECRET = "w3-l0ve-\\x00-c00kies"', 'no plain text', {}],
  ['URL = "postgresql://shop:s3cr3tpw9@db.example.net/" + name', 'part of an expression', {}],
  ['A_SECRET = "w3-l0ve" """-c00kies"""', 'no plain text', {}],
  ['A_SECRET = (\n    "w3-l0ve"  # of ours\n    "-c00kies"\n)', 'a comment', {}],
  [`A_SECRET = "${secret}"`, 'A_SECRET has another value already', { '.env': 'A_SECRET=other\n' }],
  [`A_SECRET = "${secret}"`, 'nothing loads .env', { '.env': 'DEBUG=1\n' }],
  [`A_SECRET = "it's\\\\$(w3)#1"`, 'spell its characters differently', {}],
  [`def f(:\n  pass\nA_SECRET = "${secret}"`, 'no valid Python', {}],
  [
    `import environ\nenv = environ.Env()\nenv.read_env(where())\nA_SECRET = "${secret}"`,
    'not sure that what is loaded',
    {},
  ],
  [
    `A_SECRET = "${secret}"`,
    'python-dotenv is to load .env',
    { 'requirements.txt': '# This file was autogenerated by uv\nflask==3.0.0 --hash=sha256:1\n' },
  ],
];
test.each(stays)('left in its place: %s: %s', async (code, why, beside) => {
  const loaded = why.includes('another') ? { 'requirements.txt': 'python-dotenv\n' } : {};
  const { text, told, env } = await fixed(`${code}\n`, { ...loaded, ...beside });
  expect(text).toBe(`${code}\n`);
  expect(told).toContain(why);
  expect(env).not.toMatch(/w3-l0ve|s3cr3tpw9/);
});

const value = `A_SECRET = "${secret}"`;
const inside = `{"A_SECRET": "${secret}"}`;
const environs = 'from environs import Env\n\nenv = Env()\nenv.read_env()\n';
const settings = 'from pydantic_settings import BaseSettings, SettingsConfigDict\n\n\n';
const field = `    jwt_secret: str = "${secret}"`;

/** Where a reading might mean something else than the variable. */
const doubtful: readonly (readonly [string, string])[] = [
  [`${value}\nos = 1`, 'os may stand for something else'],
  [`def f(os):\n    return ${inside}`, 'os may stand'],
  [`def f(os="linux"):\n    return ${inside}`, 'os may stand'],
  [`for os in ["linux"]:\n    print(os)\n${value}`, 'os may stand'],
  [`with open(__file__) as os:\n    ${value}`, 'os may stand'],
  [`try:\n    go()\nexcept ValueError as os:\n    pass\n${value}`, 'os may stand'],
  [`import os\nclass C:\n    os = os.name\n    ${value}`, 'os may stand'],
  [`import os\nfrom os.path import join as os\n${value}`, 'os may stand'],
  [`import os\ndel os\n${value}`, 'os may stand'],
  [`import os\nf = lambda os: dict(a_secret="${secret}")`, 'os may stand'],
  [`def f():\n    c = ${inside}\n    import os.path\n    return c, os`, 'os may stand'],
  [`match name:\n    case os:\n        ${value}`, 'os may stand'],
  [`from os import environ\ndef f(environ, start):\n    return ${inside}`, 'environ may stand'],
  [`from os import environ\nenviron = dict(environ)\n${value}`, 'environ may stand'],
  [`from decouple import config\ndef f(config):\n    return ${inside}`, 'config may stand'],
  [`${environs}def f(env):\n    return ${inside}`, 'env may stand'],
  [`def load_dotenv(*a):\n    pass\n${value}`, 'load_dotenv may stand'],
  [`def f(os):\n    return os.getenv("A_SECRET", "${secret}")`, 'os may stand'],
  [`import os\n${environs}A_SECRET = os.getenv("A_SECRET", "${secret}")`, 'what is loaded'],
  [`from environs import env\nenv.read_env()\n${value}`, 'what is loaded'],
  [`${environs.replace('()\n', '(prefix="A_")\n')}${value}`, 'a prefix'],
  [`${environs}with env.prefixed("A_"):\n    ${value}`, 'a prefix'],
  [`${environs.replace('read_env()', 'read_env(recurse=False)')}${value}`, 'what is loaded'],
  [`import environ\nenv = environ.Env()\nenv.prefix = "A_"\n${value}`, 'a prefix'],
  [`from dotenv import load_dotenv\nload_dotenv(stream=x)\n${value}`, 'what is loaded'],
  [`${settings}class S(BaseSettings, env_prefix="A_"):\n${field}`, 'this class of settings'],
  [
    `${settings}class B(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="A_")\n\n\nclass S(B):\n${field}`,
    'this class of settings',
  ],
  [
    `${settings}class S(BaseSettings):\n    model_config = SettingsConfigDict(case_sensitive=True)\n${field}`,
    'this class of settings',
  ],
  [
    `${settings}class S(BaseSettings):\n${field}\n\n    @classmethod\n    def settings_customise_sources(cls, *a):\n        return a`,
    'this class of settings',
  ],
  [`${settings}class S(BaseSettings):\n${field}\n\n\nclass T(S):\n    x: int = 1`, 'this class'],
  [`from decouple import config\nA = config("A_SECRET", "${secret}", str)`, 'an expression'],
];
test.each(doubtful)('not sure, and left: %s: %s', async (code, why) => {
  const { text, told, env } = await fixed(`${code}\n`);
  expect(text).toBe(`${code}\n`);
  expect(told).toContain(why);
  expect(env).not.toContain(secret);
});

/** Where names are bound alike, or elsewhere only as attributes and keywords. */
test.each([
  [`import os\n\nf(os=app.os)\n\n\ndef g():\n    import os\n    return os\n\n\n`, value],
  ['import os\n\n\ndef f(x: os.PathLike = os.curdir) -> str:\n    return os.name\n\n\n', value],
])('a name that stands for one thing: %#', async (head, code) => {
  const { text } = await fixed(`${head}${code}\n`);
  expect(text).toContain('A_SECRET = os.environ["A_SECRET"]\n');
});

test('a word beside the literal stays a word', async () => {
  const { text } = await fixed('def f():\n    return"postgres://u:s3cr3tpw9@db.example.net/d"\n');
  expect(text).toMatch(/^ {4}return os\.environ\["DATABASE_URL"\]$/m);
});

test('line endings and a byte order mark stay', async () => {
  const code = `\uFEFFimport os\n\nA_SECRET = "${secret}"\n`.replaceAll('\n', '\r\n');
  const { text } = await fixed(code);
  const result = `\uFEFFimport os\n\nfrom dotenv import load_dotenv\n\nload_dotenv()\n\nA_SECRET = os.environ["A_SECRET"]\n`;
  expect(text).toBe(result.replaceAll('\n', '\r\n'));
});

const holding = Object.entries(fixtures).filter(([name]) =>
  /^python-(?:aiohttp-arq|django-pip-tools|django-startproject|fastapi-poetry|flask-procfile|flask-single|tornado)$/.test(
    name,
  ),
);
test.each(holding)('%s: again, with the flag or without, and in any order', async (_, texts) => {
  const once = await run(texts, 'config', { fix: true });
  expect(once['.env']).toBeDefined();
  expect(await run(once, 'config', { fix: true })).toEqual(once);
  expect(await run(once, 'config')).toEqual(once);
  const first = await run(once, 'ci');
  const last = await run(await run(texts, 'ci'), 'config', { fix: true });
  expect(last).toEqual(first);
  expect(await runAll(first, ['config', 'ci'])).toEqual(first);
});

test('the workflow has values for the tests, and other places that run the code are told', async () => {
  const texts = fixtures['python-tornado'] ?? {};
  const { plan } = await retrofit(texts, 'config', { fix: true });
  expect(plan.notes).toContainEqual({
    file: 'docker-compose.yaml',
    message: 'hand DATABASE_PASSWORD to the app here: env_file: .env',
  });
  const flaskApp = { ...flask, 'app.py': `${app}app.config["GEO_TOKEN"] = "g30-t0ken-1234"\n` };
  const after = await run(await run(flaskApp, 'config', { fix: true }), 'ci');
  expect(after['.github/workflows/ci.yml']).toMatch(/^ {6}GEO_TOKEN: only-for-tests/m);
});

test('a compiled list that lacks what loads .env is told', async () => {
  const texts = fixtures['python-django-pip-tools'] ?? {};
  const { plan } = await retrofit(texts, 'config', { fix: true });
  expect(plan.notes).toContainEqual({
    file: 'requirements.txt',
    message: 'lacks python-dotenv: compile it again from requirements.in, where that is now',
  });
});

/** What looks like a secret, and is none. */
test.each([
  'TOTP_SECRET_KEY = "_totp_secret"',
  'DB_PASSWORD = os.getenv("DB_PASSWORD", "shop")',
  'class TestingConfig:\n    SECRET_KEY = "w3-l0ve-c00kies-2023"',
  'A_SECRET = "AAAAAAAAAAAAAAAAAAAA"',
  'def key():\n    """Reads what is below -----BEGIN PRIVATE KEY-----."""',
])('no secret: %s', async (code) => {
  const { text, told } = await fixed(`import os\n\n${code}\n`);
  expect(text).toBe(`import os\n\n${code}\n`);
  expect(told).toBe('');
});
