import { filesOf, filesOn } from '../../lib/files.ts';
import { detectNode } from '../../lib/project/node/detect.ts';
import { detectPython } from '../../lib/project/python/detect.ts';
import { isKeptSecret, toldCommand } from '../../lib/project/secrets.ts';
import { scratch } from '../process.ts';
import type { Texts } from '../run.ts';
import { retrofit, write } from './support.ts';

test.each([
  ['REDIS_URL=redis://:hunter2@r:6379 node worker.js', 'node worker.js'],
  ['NODE_ENV=production JWT_SECRET="a b" node a.js', 'NODE_ENV=production node a.js'],
  ["SMTP_PASS='x' python worker.py --level=info", 'python worker.py --level=info'],
  ['PORT=4000 node a.js KEY', 'PORT=4000 node a.js KEY'],
])('%s is told without what nobody may see', (command, told) => {
  expect(toldCommand(command)).toBe(told);
});

test('a worker of package.json gets into the Procfile without its password', async () => {
  const project = {
    'package.json': JSON.stringify({
      name: 'x',
      scripts: { start: 'node a.js', worker: 'REDIS_URL=redis://:hunter2@r node w.js' },
      dependencies: { express: '^5.0.0' },
    }),
    'a.js': "require('express')().listen(process.env.PORT || 3000);\n",
    'w.js': 'console.log(1);\n',
  };
  const { texts, plan } = await retrofit(project, 'processes');
  expect(texts.Procfile).toContain('worker: node w.js\n');
  expect(JSON.stringify(plan)).not.toContain('hunter2');
});

test('a default under the name of a secret is copied nowhere', async () => {
  const names = ['SMTP_PASS', 'BASIC_AUTH', 'COOKIE_KEYS', 'SLACK_WEBHOOK_URL', 'DB_PASSWORD'];
  const python = {
    'requirements.txt': 'flask\n',
    'app.py': `import os\nfrom flask import Flask\n\n${names.map((name) => `${name} = os.getenv("${name}", "hunter2-${name}")\n`).join('')}app = Flask(__name__)\n`,
  };
  const node = {
    'package.json':
      '{"name":"x","scripts":{"start":"node a.js"},"dependencies":{"express":"^5.0.0"}}',
    'a.js': `${names.map((name) => `const ${name} = process.env.${name} || 'hunter2-${name}';\n`).join('')}require('express')().listen(3000);\n`,
  };
  for (const [project, entry] of [
    [python, 'app.py'],
    [node, 'a.js'],
  ] as const) {
    const { texts } = await retrofit(project, 'config');
    const { [entry]: _own, ...others } = texts as Readonly<Record<string, string>>;
    expect(others['.env.example']).toContain('SMTP_PASS');
    expect(JSON.stringify(others)).not.toContain('hunter2');
  }
});

test('a file that is not UTF-8 is passed over and told, never written back', () => {
  const { path, remove } = scratch();
  try {
    write(path, { 'a.txt': 'plain\n' });
    write(path, { 'b.txt': Buffer.from('caf\u00e9\n', 'latin1') as unknown as string });
    const files = filesOn(path);
    expect([files.read('a.txt'), files.read('b.txt')]).toEqual(['plain\n', undefined]);
    expect(files.passedOver?.().map(({ file }) => file)).toEqual(['b.txt']);
  } finally {
    remove();
  }
});

test.each([
  ['jwt', 'pr0duction-jwt-Secret-9', true],
  ['session', '9f86d081884c7d659a2feaa0c55ad015', true],
  ['jwt', 'HS256', false],
  ['jwt', 'jwt-auth-strategy-v2', false],
  ['session', 'connect.sid', false],
  ['cookie', 'shop_session_2024', false],
  ['auth', 'https://login.example.com/oauth2/v1', false],
  ['jwt', 'your-secret-key-1', false],
  ['title', 'pr0duction-jwt-Secret-9', false],
])('%s: %s is a secret of what needs one: %s', (name, value, expected) => {
  expect(isKeptSecret(value, name)).toBe(expected);
});

/** Where a detector finds secrets in files. */
async function placesIn(texts: Texts): Promise<readonly string[]> {
  const files = filesOf(texts);
  const detect = texts['package.json'] === undefined ? detectPython : detectNode;
  return (await detect(files, { root: '', files, path: '' })).secrets?.evidence ?? [];
}

test.each([
  [
    'in parentheses',
    'API_KEY = (\n    "c157a79031e1c40f"\n    "85931829bc5fc552"\n)\n',
    ['a.py:1'],
  ],
  ['a default', 'def connect(host, password="Real-Pw-12345!"):\n    pass\n', ['a.py:1']],
  ['a typed default', 'def connect(\n    token: str = "a8f3c2e19b7d",\n):\n    pass\n', ['a.py:2']],
  ['a weak default', 'def connect(password="secret", token="access_token"):\n    pass\n', []],
  ['a default of another name', 'def find(key="created_at", sort="name_2_asc"):\n    pass\n', []],
])('Python: %s', async (_, code, places) => {
  expect(await placesIn({ 'requirements.txt': 'flask\n', 'a.py': code })).toEqual(places);
});

const wordings: Readonly<Record<string, string>> = {
  token: 'token.expired.please.login.again',
  password: 'errors.password.too.short',
  apiKey: 'settings.apiKey.label',
  secret: 'labels-secret-question',
  dbSecret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf',
  clientSecret: 'process.env.CLIENT_SECRET',
  oldPassword: 'required',
  newPassword: 'auth.password.reset',
  nextPassword: 'write_only=True',
  lastPassword: 'required|string|min:8',
  secretKey: 'DJANGO_SECRET_KEY',
};
const kept: Readonly<Record<string, string>> = {
  password: 'hunter22isgood',
  secret: 'super-secret-signing-key',
  clientSecret: 'SUPER_SECRET_KEY',
  dbPassword: 'correct-horse-battery-staple',
  secretKey: 's3cr3tV4lue.9f8a7b6c5d4e3f2a',
  nextPassword: 'required8Chars!',
};

test.each([
  [wordings, false],
  [kept, true],
])('%j are secrets: %s', async (texts, are) => {
  const entries = Object.entries(texts);
  const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const own = entries.map(([name, text]) => `  ${name}: '${text}',\n`).join('');
  const python = entries.map(([name, text]) => `X = {"${snake(name)}": "${text}"}\n`).join('');
  const all = (file: string, from: number) =>
    are ? entries.map((_, index) => `${file}:${index + from}`) : [];
  const manifest = '{"name":"x","dependencies":{"express":"^5.0.0"}}';
  expect(
    await placesIn({ 'package.json': manifest, 'a.js': `export const a = {\n${own}};\n` }),
  ).toEqual(all('a.js', 2));
  expect(await placesIn({ 'requirements.txt': 'flask\n', 'a.py': python })).toEqual(all('a.py', 1));
});

test('rules and messages under the names of secrets are not taken out of the code', async () => {
  const code =
    'from flask import Flask\n\napp = Flask(__name__)\nRULES = {"password": "required"}\nMESSAGES = {"password": "auth.password.reset"}\n';
  const texts = { 'requirements.txt': 'flask\n', '.gitignore': '.env\n', 'app.py': code };
  const after = (await retrofit(texts, 'config', { fix: true })).texts;
  expect(after['app.py']).toContain('RULES = {"password": "required"}');
  expect(after['app.py']).toContain('MESSAGES = {"password": "auth.password.reset"}');
});

test('what node-config has for all is read, of tests and developers not', async () => {
  const settings = JSON.stringify(
    { db: { password: 'Zx81-Real-pass', label: 'password' } },
    null,
    1,
  );
  const texts = {
    'package.json': '{"name":"x","dependencies":{"express":"^5.0.0","config":"^3.3.0"}}',
    'index.js': "require('express')().listen(require('config').get('port'));\n",
    'config/default.json': settings,
    'config/production.yaml': 'db:\n  user: shop\n  password: Pr0d-pass-77\n',
    'config/test.json': settings,
    'config/development.json': settings,
    'config/custom-environment-variables.json': '{"db":{"password":"DB_PASSWORD"}}',
  };
  expect(await placesIn(texts)).toEqual(['config/default.json:3', 'config/production.yaml:3']);
});

test('two secrets that are called alike go to two variables, unless the code names them', async () => {
  const texts = {
    'package.json':
      '{"name":"x","scripts":{"start":"node a.js"},"dependencies":{"express":"^5.0.0"}}',
    '.gitignore': '.env\n',
    'a.js':
      "class Mail { password = 'Ma1l-Secret-xyz' }\nclass Bank { password = 'B4nk-Secret-xyz' }\nclass Shop { password = 'Ma1l-Secret-xyz' }\nrequire('express')().listen(3000);\n",
  };
  const after = (await retrofit(texts, 'config', { fix: true })).texts;
  const read = (name: string) => `password = process.env.${name} }`;
  expect(after['a.js']).toContain(`class Mail { ${read('A_PASSWORD')}`);
  expect(after['a.js']).toContain(`class Bank { ${read('A_PASSWORD_2')}`);
  expect(after['a.js']).toContain(`class Shop { ${read('A_PASSWORD')}`);
  expect(after['.env']).toContain('A_PASSWORD=Ma1l-Secret-xyz\n');
  expect(after['.env']).toContain('A_PASSWORD_2=B4nk-Secret-xyz\n');
});

test('secrets of one name that stand in tables are called after those', async () => {
  const texts = {
    'requirements.txt': 'flask\npython-dotenv\n',
    '.gitignore': '.env\n',
    'app.py':
      'from dotenv import load_dotenv\nfrom flask import Flask\n\nload_dotenv()\napp = Flask(__name__)\nMAIL = {"password": "Ma1l-Secret-xyz"}\nBANK = {"password": "B4nk-Secret-xyz"}\nlogin(password="B4nk-Secret-xyz")\n',
  };
  const after = (await retrofit(texts, 'config', { fix: true })).texts;
  expect(after['app.py']).not.toContain('Secret-xyz');
  const moved = /^(MAIL_PASSWORD|BANK_PASSWORD|APP_PASSWORD)(_\d)?=/gm;
  expect(new Set(after['.env']?.match(moved))).toEqual(
    new Set(['MAIL_PASSWORD=', 'BANK_PASSWORD=', 'APP_PASSWORD=']),
  );
});
