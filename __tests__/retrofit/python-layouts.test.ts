import { planOver, run, runAll, type Texts } from '../run.ts';

/** A manifest of PEP 621's, its list of requirements in one line. */
const manifest = (name: string, requirements: readonly string[], more = ''): string =>
  `[project]\nname = "${name}"\nversion = "0"\nrequires-python = ">=3.12"\ndependencies = ${JSON.stringify(requirements)}\n${more}`;
const lock = 'version = 1\nrequires-python = ">=3.12"\n';
const members = '\n[tool.uv.workspace]\nmembers = ["packages/*", "services/api"]\n';
const own = '\n[tool.uv.sources]\ncore = { workspace = true }\n';

/** A workspace of uv's with a service among its members. */
const workspace: Texts = {
  'pyproject.toml': manifest('ws', ['api', 'core'], `${own}${members}`),
  'uv.lock': lock,
  'packages/core/pyproject.toml': manifest('core', []),
  'packages/core/src/core/__init__.py': 'X = 1\n',
  'services/api/pyproject.toml': manifest('shop-api', ['core', 'fastapi', 'uvicorn'], own),
  'services/api/src/api/__init__.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
};

test("a member of uv's workspace is the app, and its image gets the members it needs", async () => {
  const { changes, facts } = await planOver(workspace, 'app');
  const text = (path: string): string => changes.find((each) => each.path === path)?.text ?? '';
  expect(facts.apps?.value).toEqual(['services/api']);
  expect(facts.start?.value.slice(0, 2)).toEqual(['uvicorn', 'api:app']);
  const image = text('services/api/Dockerfile');
  const order = [
    'COPY pyproject.toml uv.lock ./',
    'uv sync --frozen --no-dev --no-install-workspace --package shop-api',
    'COPY . .',
    'uv sync --locked --no-dev --package shop-api',
    'PYTHONPATH=/app/services/api/src',
    'WORKDIR /app/services/api',
  ];
  const places = order.map((part) => image.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(text('.github/workflows/services-api.yml')).toContain('uv sync --locked --all-packages');
  expect(changes.some(({ path }) => path === 'pyproject.toml')).toBe(false);
});

test('a service at the root of a workspace installs its members, too', async () => {
  const texts = {
    'pyproject.toml': manifest('shop', ['core', 'fastapi', 'uvicorn'], `${own}${members}`),
    'uv.lock': lock,
    'packages/core/pyproject.toml': manifest('core', []),
    'main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
  };
  const image = (await run(texts, 'docker')).Dockerfile;
  expect(image).toMatch(
    /--no-install-workspace\nCOPY \. \.\nRUN .*\n {2}uv sync --locked --no-dev\n/,
  );
});

test('what lies in a folder of the project is there before it is installed', async () => {
  const poetry =
    '[tool.poetry]\nname = "shop"\n\n[tool.poetry.dependencies]\nfastapi = "^0.115"\nuvicorn = "^0.34"\ncore = { path = "core", develop = true }\n';
  const texts = {
    'pyproject.toml': poetry,
    'poetry.lock': '',
    'core/pyproject.toml': manifest('core', []),
    'main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
  };
  const image = (await run(texts, 'docker')).Dockerfile;
  expect(image).toMatch(/COPY \. \.\nRUN .*\n {2}poetry install .*--only main/);
});

const asgi =
  "import os\n\nfrom django.core.asgi import get_asgi_application\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'proj.settings')\napplication = get_asgi_application()\n";

test('Django below a folder belongs to the manifest of the root, however that lists it', async () => {
  const texts = {
    'pyproject.toml': manifest('chan', ['django>=5', 'gunicorn'], '[tool.uv]\npackage = false\n'),
    'uv.lock': lock,
    'src/manage.py':
      "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'proj.settings')\n",
    'src/proj/__init__.py': '',
    'src/proj/asgi.py': asgi,
    'src/proj/wsgi.py': asgi.replaceAll('asgi', 'wsgi'),
    'src/proj/settings.py': "ROOT_URLCONF = 'proj.urls'\nMIDDLEWARE = []\n",
    'src/proj/urls.py': 'urlpatterns = []\n',
  };
  const after = await runAll(texts, ['docker', 'ci']);
  expect(after.Dockerfile).toContain('COPY pyproject.toml uv.lock ./');
  expect(after.Dockerfile).toContain('"--chdir", "src"');
  expect(after['.github/workflows/ci.yml']).toContain('uv sync --locked');
});

const flask = 'from flask import Flask\n\napp = Flask(__name__)\n';
const setup = 'from setuptools import setup\n\nsetup(name="shop", install_requires=["Flask"])\n';
const hashed = `flask==3.0.3 \\\n    --hash=sha256:${'6'.repeat(64)}\n`;

test.each([
  ['setup.py', setup],
  ['requirements.txt', hashed],
])(
  'a server that %s can not be told of is installed by the image, and told there',
  async (path, text) => {
    const { notes, changes } = await planOver({ [path]: text, 'shop/app.py': flask }, 'docker');
    const image = changes.find((each) => each.path === 'Dockerfile')?.text ?? '';
    expect(image).toMatch(/pip install (?:\.|--requirement)[\s\S]*pip install "gunicorn>=20"/);
    expect(notes.filter(({ message }) => message.startsWith('add gunicorn'))).toEqual([
      { file: path, message: expect.stringContaining('not in a form') },
    ]);
    expect(notes.some(({ file }) => file === 'pyproject.toml')).toBe(false);
  },
);

test('a server that the list gets is installed once', async () => {
  const { Dockerfile } = await run({ 'requirements.txt': 'flask\n', 'app.py': flask }, 'docker');
  expect(Dockerfile).not.toContain('gunicorn>=20');
});

test('what conda installs is listed: CI says that it sets up no conda', async () => {
  const environment = 'name: shop\ndependencies:\n  - python=3.12\n  - flask\n';
  const { notes } = await planOver({ 'environment.yml': environment, 'app.py': flask }, 'ci');
  expect(notes.some(({ file }) => file === 'pyproject.toml')).toBe(false);
  expect(notes.map(({ message }) => message).join()).not.toContain('nothing lists');
  expect(notes.find(({ file }) => file === 'environment.yml')?.message).toContain('for conda');
});

test.each([
  ['gunicorn', 'flask\n', "os.environ.get('PORT', '5005')"],
  ['a port in words', 'flask\nwaitress\n', '127.0.0.1:5005/'],
])('a probe asks where the server really listens: %s', async (_, list, asked) => {
  const texts = {
    'requirements.txt': list,
    'app.py': `import os\n\n${flask}\n\n@app.get("/healthz")\ndef healthz():\n    return "ok"\n\n\nif __name__ == "__main__":\n    app.run(port=int(os.environ.get("SHOP_PORT", 5005)))\n`,
  };
  const { Dockerfile } = await run(texts, 'docker');
  expect(Dockerfile).toMatch(/HEALTHCHECK/);
  expect(Dockerfile).toContain(asked);
});
