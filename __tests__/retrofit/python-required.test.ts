import { run, type Texts } from '../run.ts';

const made = 'app = Flask(__name__)\n';
const head = 'import os\n\nfrom flask import Flask\n';
const loads = 'from dotenv import load_dotenv\n\nload_dotenv()\n';

/** What the check says of variables, and the entry, after a run over an app of one module. */
async function checked(code: string, more: Texts = {}) {
  const texts = { 'requirements.txt': 'flask\ngunicorn\n', 'app.py': code, ...more };
  const { 'environment.py': check = '', 'app.py': entry = '' } = await run(texts, 'config');
  return { check, entry };
}

test.each([
  [
    'annotated, in a class',
    `${head}\n${made}\n\nclass Settings:\n    KEY: str = os.environ["KEY"]\n`,
  ],
  ['in a table', `${head}\n${made}\nTABLE = {\n    "key": os.environ["KEY"],\n}\n`],
  ['behind what loads .env', `${head}${loads}\n${made}KEY = os.environ["KEY"]\n`],
  ['under a type', `${head}\n${made}KEY: int = int(os.environ["KEY"])\n`],
])('what the entry can not be loaded without is required: %s', async (_, code) => {
  expect((await checked(code)).check).toContain('"KEY": Rule(required=True)');
});

test('it is checked before it is read, and after .env is loaded', async () => {
  const { entry } = await checked(`${head}${loads}KEY: str = os.environ["KEY"]\n${made}`);
  const order = ['load_dotenv()', 'check_environment()\n', 'KEY: str', 'app ='];
  const places = order.map((part) => entry.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

const sometimes = `${head}\n${made}\n\ndef late():\n    KEY = os.environ["KEY"]\n    return KEY\n`;
test.each([
  ['in a function', sometimes, {}],
  ['where it may be', `${head}\n${made}KEY = os.environ["KEY"] if os.name == "nt" else ""\n`, {}],
  [
    'in a try',
    `${head}\n${made}try:\n    KEY = os.environ["KEY"]\nexcept KeyError:\n    KEY = ""\n`,
    {},
  ],
  [
    'which another module may load',
    `${head}\nimport settings\n\n${made}KEY = os.environ["KEY"]\n`,
    { 'settings.py': loads },
  ],
  ['that is set there', `${head}\n${made}os.environ["KEY"] = "x"\n`, {}],
  [
    'that has a value by then',
    `${head}\n${made}os.environ.setdefault("KEY", "x")\nKEY = os.environ["KEY"]\n`,
    {},
  ],
  ['before .env is loaded', `${head}\n${made}KEY = os.environ["KEY"]\n${loads}`, {}],
])('what may be without is not: %s', async (_, code, more) => {
  expect((await checked(code, more)).check).not.toContain('required=True');
});

test('a secret that was moved into the body of a class is required', async () => {
  const texts = {
    'requirements.txt': 'flask\npython-dotenv\n',
    '.gitignore': '.env\n',
    'app.py': `${head}${loads}\n${made}\n\nclass Settings:\n    JWT_SECRET: str = "b1946ac92492d2347c6235b4d2611184"\n`,
  };
  const after = await run(texts, 'config', { fix: true });
  expect(after['app.py']).toContain('JWT_SECRET: str = os.environ["JWT_SECRET"]');
  expect(after['environment.py']).toContain('"JWT_SECRET": Rule(required=True)');
});
