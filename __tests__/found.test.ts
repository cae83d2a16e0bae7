import { lost } from './laws/lost.ts';
import { retrofit } from './retrofit/support.ts';
import { run, type Texts } from './run.ts';

const manifest = (extra = ''): string =>
  `{\n  "name": "notes",\n  "version": "1.0.0",\n  "scripts": { "start": "node index.js" },\n  "dependencies": {\n    "express": "^5.0.0"${extra}\n  }\n}\n`;
const project: Texts = {
  'package.json': manifest(),
  'index.js':
    "const name = process.env.X_NAME;\nrequire('express')().listen(process.env.PORT || 4000);\n",
  'README.md': '# Notes\n\nA service.\n',
  '.gitignore': 'node_modules\n',
};

test("what the user changes after a run stays, and what the tool spliced in isn't found as theirs", async () => {
  const once = await run(project, 'app', { cache: 'redis' });
  expect(once['.env.example']).toContain('REDIS_URL');
  const edited = {
    ...once,
    'README.md': once['README.md']?.replace('A service.', 'A better service.') ?? '',
    'package.json': once['package.json']?.replace('1.0.0', '1.1.0') ?? '',
  };
  const twice = await run(edited, 'app');
  expect(twice['README.md']).toBe(edited['README.md']);
  expect(twice['package.json']).toBe(edited['package.json']);
  expect(twice['.env.example']).toBe(once['.env.example']);
});

test('what the user takes out stays out', async () => {
  const once = await run(project, 'config');
  expect(once['.env.example']).toContain('X_NAME');
  const edited = { ...once, '.env.example': '# mine\n' };
  expect((await run(edited, 'config'))['.env.example']).toBe('# mine\n');
  expect((await run(edited, 'app'))['.env.example']).not.toContain('X_NAME');
});

test('an answer that is taken back takes its lines back, and the file is as it was found', async () => {
  const once = await run(project, 'backing-services', { cache: 'redis' });
  expect(once['.env.example']).toContain('REDIS_URL');
  const back = await run(once, 'backing-services', { cache: 'none' });
  expect(back['.env.example']).toBeUndefined();
  expect(back['package.json']).toBe(project['package.json']);
  expect(back['README.md']).toBe(project['README.md']);
});

test('the base is read as a first adoption where it is lost', async () => {
  const once = await run(project, 'config');
  const { '.imagine/base.json': _base, ...left } = once;
  const { plan, texts } = await retrofit(left, 'config');
  expect(plan.notes.map(({ file }) => file)).toContain('.imagine/base.json');
  expect(texts['index.js']).toBe(left['index.js']);
  expect(lost(project, texts)).toEqual([]);
});

test('what a formatter did to the wired lines counts as the user wrote it: the modules stay', async () => {
  const named = {
    ...project,
    'index.js':
      "const express = require('express');\n\nconst app = express();\napp.listen(4000);\n",
  };
  const once = await run(named, 'processes');
  expect(once['index.js']).toContain("require('./health')");
  const formatted = { ...once, 'index.js': once['index.js']?.replaceAll("'", '"') ?? '' };
  const twice = await run(formatted, 'processes');
  expect(Object.keys(twice)).toEqual(Object.keys(formatted));
  expect(twice['index.js']).toBe(formatted['index.js']);
  expect(await run(twice, 'processes')).toEqual(twice);
});

test('new files follow the habits of the entry', async () => {
  const wide =
    'import { createServer } from "node:http"\n\nfunction main() {\n\tconst server = createServer()\n\tserver.listen(4000)\n}\n\nmain()\n';
  const { texts } = await retrofit(
    {
      'package.json': '{ "name": "x", "type": "module", "scripts": { "start": "node main.js" } }\n',
      'main.js': wide,
    },
    'processes',
  );
  expect(texts['main.js']).toContain('\tanswerHealth(server)\n');
  expect(texts['health.js']).toContain('from "./listening.js"\n');
  expect(texts['health.js']).toMatch(/^\tonServer\(/m);
});

test('a choice that nothing brings to code that is there is told, and a usual one is not', async () => {
  const messages = async (given: Readonly<Record<string, string>>) =>
    (await retrofit(project, 'app', given)).plan.notes.map(({ message }) => message).join('\n');
  expect(await messages({})).not.toContain('left to you');
  expect(await messages({ server: 'cluster' })).toContain(
    'Node cluster, several processes is left to you',
  );
  expect(await messages({ dashboards: 'admin' })).toContain('is left to you: add adminjs');
  expect(await messages({ dashboards: 'swagger' })).toContain('no OpenAPI document was found');
});

test('code that no parser takes is told the lines, and stays as it is', async () => {
  const broken = {
    ...project,
    'index.js':
      "const express = require('express');\nconst app = express();\napp.listen(process.env.PORT || 4000);\nfunction (\n",
  };
  const entry = { value: 'index.js', evidence: [] };
  const listen = { value: { file: 'index.js', line: 3, name: 'app' }, evidence: [] };
  const { texts, plan } = await retrofit(broken, 'app', {}, { entry, listen });
  expect(texts['index.js']).toBe(broken['index.js']);
  const told = plan.notes.filter(({ file }) => file === 'index.js').map(({ message }) => message);
  expect(told.join('\n')).toContain(
    "const { answerHealth } = require('./health'); answerHealth(<app>);",
  );
});
