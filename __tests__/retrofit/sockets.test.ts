import { planOver, run, type Texts } from '../run.ts';

const node = (listening: string): Texts => ({
  'package.json': JSON.stringify({
    name: 'shop',
    scripts: { start: 'node app.js' },
    dependencies: { express: '^5.0.0' },
  }),
  'app.js': `const express = require('express');\nconst app = express();\n${listening}`,
});

const python = (listening: string): Texts => ({
  'requirements.txt': 'fastapi==0.115.0\nuvicorn==0.30.0\n',
  'app.py': `import os\n\nimport uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\nif __name__ == "__main__":\n    uvicorn.run(app, ${listening})\n`,
});

const loaderOf = async (texts: Texts): Promise<string> => {
  const after = await run(texts, 'config');
  const found = Object.keys(after).find((path) => /(?:^|\/)environment\.(?:c?js|py)$/.test(path));
  return found === undefined ? '' : (after[found] ?? '');
};

const normalized =
  'function normalizePort(val) {\n  const port = parseInt(val, 10);\n  return isNaN(port) ? val : port;\n}\n';

const texts: readonly (readonly [string, string])[] = [
  ['a text as it is', "app.listen(process.env.PORT || '3000');\n"],
  ['a text, or a number', `app.listen(normalizePort(process.env.PORT || '3000'));\n${normalized}`],
  [
    'a text where it is no number',
    'app.listen(isNaN(Number(process.env.PORT)) ? process.env.PORT : Number(process.env.PORT));\n',
  ],
];

test.each(texts)('a port that is passed on as %s may be the path of a socket', async (_, code) => {
  const loader = await loaderOf(node(code));
  expect(loader).toContain('PORT');
  expect(loader).not.toContain('pattern: /');
});

const numbers: readonly (readonly [string, string])[] = [
  ['Number', 'app.listen(Number(process.env.PORT) || 3000);\n'],
  ['Number of both', 'app.listen(Number(process.env.PORT ?? 3000));\n'],
  ['parseInt', "app.listen(parseInt(process.env.PORT || '3000', 10));\n"],
  ['a sign', 'const port = +process.env.PORT || 3000;\napp.listen(port);\n'],
];

test.each(numbers)('a port that the code makes a number by %s has that form', async (_, code) => {
  expect(await loaderOf(node(code))).toContain('pattern: /^\\d{1,5}$/');
});

const paths: readonly (readonly [string, string, Texts])[] = [
  ['its default', "app.listen(process.env.SERVE_AT || '/tmp/app.sock');\n", {}],
  ['its name', 'app.listen(process.env.SOCKET_PATH);\n', {}],
  ['the example', 'app.listen(process.env.SERVE_AT);\n', { '.env.example': 'SERVE_AT=/tmp/a\n' }],
];

test.each(paths)('a variable that is a path by %s is no port', async (_, code, files) => {
  const project = { ...node(code), ...files };
  expect((await planOver(project, 'docker')).facts.portVariable).toBeUndefined();
  expect((await run(project, 'docker')).Dockerfile).not.toMatch(/(?:SERVE_AT|SOCKET_PATH)=\d/);
  expect(await loaderOf(project)).not.toContain('pattern: /');
});

test('Python alike', async () => {
  const number = await loaderOf(python('port=int(os.environ.get("PORT", "8000"))'));
  expect(number).toContain('pattern=r"\\d{1,5}"');
  const path = python('uds=os.environ.get("BIND", "/tmp/app.sock")');
  const file = {
    'gunicorn.conf.py': 'import os\n\nbind = os.environ.get("BIND", "unix:/tmp/x")\n',
  };
  expect((await planOver({ ...path, ...file }, 'docker')).facts.portVariable).toBeUndefined();
  expect(await loaderOf({ ...path, ...file })).not.toContain('pattern=');
});
