import { filesOf } from '../lib/files.ts';
import { detectPython } from '../lib/project/python/detect.ts';
import type { Facts } from '../lib/types.ts';
import { run, type Texts } from './run.ts';

const detected = (texts: Texts): Promise<Facts> => detectPython(filesOf(texts));
const flask = 'from flask import Flask\n\napp = Flask(__name__)\n';
const django =
  "import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\napplication = get_wsgi_application()\n";

test("what gunicorn's file binds goes before the call of a development server", async () => {
  const facts = await detected({
    'requirements.txt': 'flask\ngunicorn\n',
    'gunicorn.conf.py': "import os\n\nbind = f\"0.0.0.0:{os.getenv('PORT', '8123')}\"\n",
    'app.py': `${flask}\nif __name__ == "__main__":\n    app.run(host="127.0.0.1", port=5055, debug=True)\n`,
  });
  expect(facts.port?.value).toBe(8123);
  expect(facts.portVariable?.value).toBe('PORT');
  expect(facts.host).toBeUndefined();
  expect(facts.notes ?? []).toEqual([]);
});

test.each([
  ['["0.0.0.0:9000"]', 9000],
  ['["unix:/run/shop.sock", "0.0.0.0:9000", "0.0.0.0:9001"]', 9000],
  ['("0.0.0.0:9000", "[::]:9000")', 9000],
  ['"unix:/run/shop.sock, 0.0.0.0:9000"', 9000],
  ["[f\"0.0.0.0:{os.getenv('PORT', '9000')}\"]", 9000],
  ['["0.0.0.0:" + os.getenv("PORT", "9000")]', 9000],
])("of what gunicorn's file binds, the first port is the app's: %s", async (bind, port) => {
  const facts = await detected({
    'requirements.txt': 'flask\ngunicorn\n',
    'gunicorn.conf.py': `import os\n\nbind = ${bind}\nworkers = 2\n`,
    'app.py': flask,
    Procfile: 'web: gunicorn app:app\n',
  });
  expect(facts.port?.value).toBe(port);
});

test.each([
  [
    'tornado',
    'from tornado.options import define, options\n\ndefine("port", default=8989, type=int)',
    'options.port',
  ],
  [
    'argparse',
    'import argparse\n\nparser = argparse.ArgumentParser()\nparser.add_argument("--port", type=int, default=8989)\noptions = parser.parse_args()',
    'options.port',
  ],
])('the default of an option is the port: %s', async (_, option, port) => {
  const facts = await detected({
    'requirements.txt': 'tornado\n',
    'main.py': `import tornado.ioloop\nimport tornado.web\n${option}\n\nif __name__ == "__main__":\n    tornado.web.Application([]).listen(${port})\n    tornado.ioloop.IOLoop.current().start()\n`,
  });
  expect(facts.port?.value).toBe(8989);
});

const uwsgi = (ini: string): Texts => ({
  'requirements.txt': 'django\nuwsgi\n',
  'manage.py': '',
  'shop/__init__.py': '',
  'shop/settings.py': "ROOT_URLCONF = 'shop.urls'\n",
  'shop/wsgi.py': django,
  'uwsgi.ini': `[uwsgi]\n${ini}`,
});

test("uWSGI is started by its own file, with that file's module and port", async () => {
  const facts = await detected(uwsgi('module = shop.wsgi\ncallable = application\nhttp = :8091\n'));
  expect(facts.start?.value).toEqual(['uwsgi', '--ini', 'uwsgi.ini', '--die-on-term']);
  expect(facts.application?.value).toBe('shop.wsgi:application');
  expect(facts.port?.value).toBe(8091);
});

test.each([
  [
    'Procfile',
    {
      'requirements.txt': 'flask\ngunicorn\n',
      'app.py': flask,
      Procfile: 'web: gunicorn --bind unix:/run/shop.sock app:app\n',
    },
  ],
  ['uwsgi.ini', uwsgi('module = shop.wsgi\nsocket = /run/shop.sock\ndie-on-term = true\n')],
])("a socket's file is no port: none is made up, and it is told: %s", async (file, texts) => {
  const { port, portVariable, notes = [], socket } = await detected(texts);
  expect([port, portVariable]).toEqual([undefined, undefined]);
  expect(socket?.value).toBe('/run/shop.sock');
  expect(
    notes.filter(({ message }) => message.includes('socket')).map((note) => note.file),
  ).toEqual([file]);
  const after = await run(texts, 'docker');
  expect(after.Dockerfile).not.toMatch(/EXPOSE|ENV PORT|HEALTHCHECK/);
  expect(after['compose.yaml']).not.toContain('ports:');
});

test.each([
  [
    'pyproject.toml',
    '[project]\nname = "a"\nversion = "0"\ndependencies = ["flask"]\n[tool.pdm.scripts]\nstart = "flask --app wsgi run -p 5009"\n',
  ],
  ['Pipfile', '[packages]\nflask = "*"\n[scripts]\nserve = "flask run --port 5009"\n'],
])('a task that starts a development server says its port: %s', async (path, text) => {
  const facts = await detected({ [path]: text, 'wsgi.py': flask });
  expect(facts.port?.value).toBe(5009);
  expect(facts.start).toBeUndefined();
});
