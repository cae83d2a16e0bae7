import { spawnSync } from 'node:child_process';
import { run, type Texts } from '../run.ts';

const made = 'app = Flask(__name__)\n';
const head = 'import os\n\nfrom flask import Flask\n';
const loads = 'from dotenv import load_dotenv\n\nload_dotenv()\n';

/** What the check says of variables, and the entry, after a run over an app of one module. */
async function checked(code: string, more: Texts = {}) {
  const texts = { 'requirements.txt': 'flask\ngunicorn\n', 'app.py': code, ...more };
  const after = await run(texts, 'config');
  const { 'environment.py': check = '', 'app.py': entry = '', 'README.md': readme = '' } = after;
  return { check, entry, readme };
}

test.each([
  [
    'annotated, in a class',
    `${head}\n${made}\n\nclass Settings:\n    KEY: str = os.environ["KEY"]\n`,
  ],
  ['in a table', `${head}\n${made}\nTABLE = {\n    "key": os.environ["KEY"],\n}\n`],
  ['behind what loads .env', `${head}${loads}\n${made}KEY = os.environ["KEY"]\n`],
  ['by an import of its own', `${head}from os import environ as env\n\n${made}KEY = env["KEY"]\n`],
  ['as a default', `${head}\n${made}\n\ndef late(key=os.environ["KEY"]):\n    return key\n`],
  ['inside a text', `${head}\n${made}URL = f"http://{os.environ['KEY']}/"\n`],
  [
    'beside what is set',
    `${head}\nos.environ["A"] = "x"\n${made}KEY = (\n    os.environ["KEY"]\n)\n`,
  ],
  ['beside a copy', `${head}\nENV = dict(os.environ)\n${made}KEY = os.environ["KEY"]\n`],
  ['under a type', `${head}\n${made}KEY: int = int(os.environ["KEY"])\n`],
])('what the entry can not be loaded without is required: %s', async (_, code) => {
  const { check, readme } = await checked(code);
  expect(check).toContain('"KEY": Rule(required=True)');
  expect(readme).toMatch(/\| `KEY` \| [^|]* \| yes \|/);
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
  [
    'in some cases, over lines',
    `${head}\n${made}KEY = (\n    os.environ["KEY"]\n    if os.name == "nt"\n    else ""\n)\n`,
    {},
  ],
  [
    'in a list, in some cases',
    `${head}\n${made}ALL = [\n    os.environ["KEY"] if os.name == "nt" else "x",\n]\n`,
    {},
  ],
  ['in a lambda, over lines', `${head}\n${made}get = lambda: (\n    os.environ["KEY"]\n)\n`, {}],
  [
    'in a lambda of a table',
    `${head}\n${made}ALL = {\n    "key": lambda x:\n        os.environ["KEY"],\n}\n`,
    {},
  ],
  [
    'in a comprehension',
    `${head}\n${made}ALL = [\n    os.environ["KEY"]\n    for each in ()\n]\n`,
    {},
  ],
  [
    'in documentation',
    `"""Set it:\n\nKEY = os.environ["KEY"]\n"""\n${head}\n${made}key = os.environ.get("KEY")\n`,
    {},
  ],
  [
    'in a comment',
    `${head}\n${made}ALL = [\n    1,  # os.environ["KEY"]\n]\nkey = os.environ.get("KEY")\n`,
    {},
  ],
  [
    'of another thing',
    `${head}import it\n\n${made}KEY = it.environ["KEY"]\nkey = os.environ.get("KEY")\n`,
    {},
  ],
  [
    'that a table may set',
    `${head}\nos.environ |= {"KEY": "x"}\n${made}KEY = os.environ["KEY"]\n`,
    {},
  ],
  [
    'that a loop may set',
    `${head}\nfor key in ("KEY",):\n    os.environ.setdefault(key, "x")\n${made}KEY = os.environ["KEY"]\n`,
    {},
  ],
  [
    'that a call may set',
    `${head}import it\n\nit.fill(os.environ)\n${made}KEY = os.environ["KEY"]\n`,
    {},
  ],
  [
    'that another name may set',
    `${head}\nenv = os.environ\nenv["KEY"] = "x"\n${made}KEY = os.environ["KEY"]\n`,
    {},
  ],
  [
    'that a module sets',
    `${head}import settings\n\n${made}KEY = os.environ["KEY"]\n`,
    { 'settings.py': 'import os\nos.environ["KEY"] = "x"\n' },
  ],
  [
    'that a module may set',
    `${head}import settings\n\n${made}KEY = os.environ["KEY"]\n`,
    { 'settings.py': 'import os\nos.environ.update(dict(KEY="x"))\n' },
  ],
  ['before .env is loaded', `${head}\n${made}KEY = os.environ["KEY"]\n${loads}`, {}],
])('what may be without is not: %s', async (_, code, more) => {
  const { check, readme } = await checked(code, more);
  expect(check).not.toContain('required=True');
  expect(readme).not.toMatch(/\| `KEY` \| [^|]* \| yes \|/);
});

test.each([
  ['unset', {}, 78],
  ['empty', { KEY: '' }, 0],
  ['set', { KEY: 'x' }, 0],
])('the check ends what the code ends, and no more: %s', async (_, given, status) => {
  const { check } = await checked(`${head}\n${made}KEY = os.environ["KEY"]\n`);
  const env = { PATH: process.env.PATH, ...given };
  const done = spawnSync('python3', ['-c', `${check}\ncheck_environment()\n`], { env });
  expect(done.status).toBe(status);
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
