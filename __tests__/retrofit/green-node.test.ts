import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Texts } from '../run.ts';
import { projectOf, retrofit } from './support.ts';

const root = join(import.meta.dirname, '../..');
const serving = "require('express')().listen(process.env.PORT || 3000);\n";
const express = (entry: string): Texts => ({
  'package.json':
    '{"name":"x","scripts":{"start":"node index.js"},"dependencies":{"express":"^5.0.0"}}\n',
  'index.js': entry,
});

test.each([
  ["const os = require('os');\n", "require('net')"],
  ["const os = require('os');\nconst fs = require('node:fs');\n", "require('node:net')"],
  ['', "require('node:net')"],
])("new files name Node's own modules as the code does: %j", async (code, named) => {
  const { texts } = await retrofit(express(code + serving), 'processes');
  expect(texts['listening.js']).toContain(named);
});

/** What only Node has that is newer than any parser of old linters. */
const newest = /sqlite\.[cm]js$/;

test('new files of JavaScript have no syntax that linters and Nodes of old projects refuse', () => {
  const paths = globSync('generators/*/templates/existing/node/*.[cm]js', { cwd: root });
  expect(paths.length).toBeGreaterThan(8);
  const refused = paths.filter(
    (path) =>
      !newest.test(path) &&
      /\?\.[\w([]|\?\?|\|\|=|&&=|catch \{/.test(readFileSync(join(root, path), 'utf8')),
  );
  expect(refused).toEqual([]);
});

test('a start by the folder of the build begins with the source, though a build lies there', async () => {
  const built: Texts = {
    'package.json':
      '{"name":"x","type":"module","scripts":{"build":"tsc","start":"node build"},"dependencies":{"express":"^5.0.0"}}\n',
    'tsconfig.json': '{"compilerOptions":{"outDir":"build"}}\n',
    'src/index.ts': "import express from 'express';\nexpress().listen(3000);\n",
    'build/index.js': "import express from 'express';\nexpress().listen(3000);\n",
  };
  const { facts } = await projectOf(built, 'processes');
  expect(facts.entry?.value).toBe('src/index.ts');
});

test.each([
  ['{"include": ["src/**/*.ts", "test/**/*.ts"]', false],
  ['{"include": ["src/**/*.ts"]', true],
  ['{"exclude": ["**/*.test.ts"]', true],
])(
  'CI tests before it builds where the build compiles tests, too: %s',
  async (settings, isFirst) => {
    const { texts } = await retrofit(
      {
        'package.json':
          '{"name":"x","scripts":{"build":"tsc","test":"vitest run","start":"node dist/index.js"},"dependencies":{"express":"^5.0.0"},"devDependencies":{"vitest":"^4.0.0"}}\n',
        'tsconfig.json': `${settings}, "compilerOptions": {"outDir": "dist"}}\n`,
        'src/index.ts': "import express from 'express';\nexpress().listen(3000);\n",
        'test/app.test.ts': "import { test } from 'vitest';\ntest('it', () => {});\n",
      },
      'ci',
    );
    const workflow = texts['.github/workflows/ci.yml'] ?? '';
    expect(workflow).toContain('npm run build');
    expect(workflow.indexOf('npm run build') < workflow.indexOf('npm run test')).toBe(isFirst);
  },
);

test.each([
  ['.c8rc.json', '{"check-coverage": true, "lines": 80}', 80],
  ['.c8rc.json', '{"lines": 80}', undefined],
  ['.nycrc', '{"check-coverage": true, "branches": 70}', 70],
  ['test/jest.json', '{"coverageThreshold": {"global": {"functions": 60}}}', 60],
  ['jest.config.js', 'module.exports = { coverageThreshold: { global: { branches: 50 } } };\n', 50],
])('a threshold of coverage is found wherever it stands: %s %s', async (name, text, value) => {
  const { facts } = await projectOf({ ...express(serving), [name]: text }, 'processes');
  expect(facts.coverage?.value).toBe(value);
});

test('what new files export is taken in by another, or said to be for the code to come', async () => {
  const before = {
    ...express(''),
    'tsconfig.json': '{"compilerOptions": {"outDir": "dist"}}\n',
    'index.js': '',
    'src/index.ts':
      "import express from 'express';\nconst app = express();\napp.listen(process.env.PORT || 3000);\nconsole.log(process.env.SERVICE);\n",
  };
  const manifest =
    '{"name":"x","scripts":{"build":"tsc","start":"node dist/index.js"},"dependencies":{"express":"^5.0.0"}}\n';
  const given = { database: 'postgresql', cache: 'redis', monitoring: 'prometheus' };
  const { 'index.js': _, ...texts } = before;
  const after = await retrofit({ ...texts, 'package.json': manifest }, 'app', given);
  const code = Object.entries(after.texts).filter(([path]) => /^src\/.*\.ts$/.test(path));
  const unused = code.flatMap(([path, text]) =>
    [...text.matchAll(/(\*\/\n)?export (?:async )?(?:function|const|interface|type) (\w+)/g)]
      .filter(({ index, 2: name = '' }) => {
        const taken = new RegExp(`import (?:type )?\\{[^}]*\\b${name}\\b`);
        const isTaken = code.some(([other, it]) => other !== path && taken.test(it));
        return !isTaken && !/@public\n \*\/\n$/.test(text.slice(0, index + 3));
      })
      .map(({ 2: name }) => `${path}: ${name}`),
  );
  expect(code.length).toBeGreaterThan(6);
  expect(unused).toEqual([]);
});

test('numbers in new files are written as every rule of separators and every parser takes them', () => {
  const paths = globSync('generators/*/templates/existing/node/*.{cjs,mjs,ts}', { cwd: root });
  const long = paths.filter((path) =>
    /\b(?:\d{5,}|\d+_\d+)\b/.test(readFileSync(join(root, path), 'utf8')),
  );
  expect(paths.length).toBeGreaterThan(8);
  expect(long).toEqual([]);
});
