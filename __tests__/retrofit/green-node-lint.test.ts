import type { Texts } from '../run.ts';
import { retrofit } from './support.ts';

const serving = "require('express')().listen(process.env.PORT || 3000);\n";
const express = (entry: string): Texts => ({
  'package.json':
    '{"name":"x","scripts":{"start":"node index.js"},"dependencies":{"express":"^5.0.0"}}\n',
  'index.js': entry,
});

const comment = /^\/\* eslint-disable \*\/\n/;
const refused =
  /^\/\* eslint-disable unicorn\/no-abusive-eslint-disable -- .* \*\/\n\/\* eslint-disable -- .* \*\/\n/;
const unlimited = /^\/\* eslint-disable eslint-comments\/no-unlimited-disable -- /;
const none = /^const /;

test.each([
  ['.eslintrc.json', '{"extends": ["eslint:recommended", "plugin:n/recommended"]}', none],
  ['.eslintrc.json', '{"rules": {"semi": ["error", "always"], "no-undef": 2}}', none],
  ['.eslintrc.json', '{"extends": ["eslint:recommended", "airbnb-base"]}', comment],
  ['.eslintrc.yml', 'extends:\n  - eslint:recommended\n  - airbnb-base\n', comment],
  ['.eslintrc.yml', 'rules:\n  curly:\n    - error\n    - all\n', comment],
  ['.eslintrc.js', "module.exports = {\n  // extends: 'airbnb-base',\n  rules: {},\n};\n", none],
  ['eslint.config.js', "const js = require('@eslint/js');\nmodule.exports = [js];\n", none],
  [
    'eslint.config.mjs',
    "import antfu from '@antfu/eslint-config';\nexport default antfu();\n",
    unlimited,
  ],
  [
    'eslint.config.mjs',
    "import unicorn from 'eslint-plugin-unicorn';\nexport default [unicorn.configs.recommended];\n",
    refused,
  ],
])(
  'new files are left out of rules of taste, and of no others: %s %s',
  async (name, text, first) => {
    const { texts } = await retrofit({ ...express(serving), [name]: text }, 'processes');
    expect(texts['listening.js']).toMatch(first);
  },
);

test('new files are left out of a linter that is all taste', async () => {
  const before = express(serving);
  const standard = before['package.json']?.replace(
    /\}\n$/,
    ',"devDependencies":{"standard":"^17.0.0"}}\n',
  );
  const { texts } = await retrofit({ ...before, 'package.json': standard ?? '' }, 'processes');
  expect(texts['listening.js']).toMatch(comment);
});

test('a linter that no script runs is told of by its name', async () => {
  const manifest = {
    name: 'x',
    dependencies: { express: '^5.0.0' },
    devDependencies: { eslint: '^9.0.0' },
  };
  const { plan } = await retrofit(
    { 'package.json': JSON.stringify(manifest), 'index.js': serving },
    'ci',
  );
  const messages = plan.notes.map(({ message }) => message);
  expect(messages).toContain(
    'no script runs eslint by itself, so CI checks no style: add one, and a step for it',
  );
});

test.each([
  [{ check: 'biome ci .' }, 'check'],
  [{ check: 'biome check .', ci: 'biome ci' }, 'check'],
  [{ 'check:code': 'npx @biomejs/biome lint src' }, 'check:code'],
  [{ validate: 'eslint . && prettier --check . && tsc --noEmit' }, 'validate'],
  [{ style: 'NODE_ENV=test oxlint' }, 'style'],
  [{ lint: 'eslint --fix .', check: 'eslint .' }, 'check'],
  [{ lint: 'eslint .', check: 'biome ci .' }, 'lint'],
  [{ lint: 'eslint --fix .' }, 'lint'],
  [{ check: 'biome check --write .' }, undefined],
  [{ check: 'xo --fix' }, undefined],
  [{ ci: 'biome ci . && npm run build' }, undefined],
  [{ validate: 'eslint . && jest' }, undefined],
  [{ validate: 'eslint . || true' }, undefined],
  [{ hook: 'biome check --staged' }, undefined],
  [{ release: 'standard-version' }, undefined],
  [{ test: 'standard' }, undefined],
])(
  'the script that lints, by what it runs: %j',
  async (more: Readonly<Record<string, string>>, name) => {
    const manifest = {
      name: 'x',
      scripts: { start: 'node index.js', ...more },
      dependencies: { express: '^5.0.0' },
      devDependencies: { '@biomejs/biome': '^2.0.0' },
    };
    const before = { 'package.json': JSON.stringify(manifest), 'index.js': serving };
    const { texts, plan } = await retrofit(before, 'ci');
    const told = plan.notes.some(({ message }) => message.includes('checks no style'));
    expect(told).toBe(name === undefined);
    const workflow = texts['.github/workflows/ci.yml'] ?? '';
    expect(/name: Lint\n\s+run: (.*)/.exec(workflow)?.[1]).toBe(name && `npm run ${name}`);
  },
);

test.each([
  ['{"compilerOptions": {"strict": true}}', none],
  ['{"compilerOptions": {"strictNullChecks": true}}', comment],
])(
  'rules that ask the types are kept where the compiler is strict: %s',
  async (settings, first) => {
    const config =
      "const t = require('typescript-eslint');\nmodule.exports = t.config(t.configs.recommendedTypeChecked);\n";
    const before = { ...express(serving), 'eslint.config.js': config, 'tsconfig.json': settings };
    const { texts } = await retrofit(before, 'processes');
    expect(texts['listening.js']).toMatch(first);
  },
);
