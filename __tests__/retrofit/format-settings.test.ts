import { join } from 'node:path';
import { imagine, scratch } from '../process.ts';
import { readFolder, run, type Texts } from '../run.ts';
import { retrofit, write } from './support.ts';

const project = (manifest: object, files: Texts = {}): Texts => ({
  'package.json': `${JSON.stringify({ name: 'x', scripts: { start: 'node index.js' }, dependencies: { express: '^5.0.0' }, ...manifest }, undefined, 2)}\n`,
  'index.js': "require('express')().listen(process.env.PORT || 3000);\n",
  ...files,
});
const prettier = { devDependencies: { prettier: '^3.6.0' } };
const line = (quote: string, end = ';') =>
  `const { exit } = require(${quote}node:process${quote})${end}\n`;
const [single, double] = [line("'"), line('"')];

test.each<[string, Texts, string]>([
  ['nothing says how: as the code is', project({}), single],
  ['by the manifest', project({ prettier: { singleQuote: false } }), double],
  [
    'by a file, without a semicolon',
    project(prettier, { '.prettierrc.yaml': 'semi: false\n' }),
    line('"', ''),
  ],
  [
    "by the rule of ESLint's",
    project(prettier, {
      '.prettierrc': '{ "singleQuote": true }\n',
      '.eslintrc.json':
        '{ "extends": ["eslint:recommended"], "rules": { "prettier/prettier": ["error", { "singleQuote": false }] } } // why\n',
    }),
    double,
  ],
  [
    'ignored',
    project(prettier, { '.prettierrc': '{}\n', '.prettierignore': 'shutdown.js\n' }),
    single,
  ],
  [
    'Biome before Prettier',
    project(prettier, {
      '.prettierrc': '{ "singleQuote": true }\n',
      'biome.jsonc': '// ours\n{}\n',
    }),
    double,
  ],
  [
    'Biome that prints nothing',
    project({}, { 'biome.json': '{ "formatter": { "enabled": false } }\n' }),
    single,
  ],
  ['a package that the code does not follow', project(prettier), single],
  ['an empty file of settings', project(prettier, { '.prettierrc': '' }), double],
  [
    'Biome, by what it extends',
    project(
      {},
      {
        'biome.json': '{ "extends": ["./config/base.json"], "root": true }\n',
        'config/base.json': '{ "javascript": { "formatter": { "semicolons": "asNeeded" } } }\n',
      },
    ),
    line('"', ''),
  ],
  [
    'Biome, by .editorconfig where it says so',
    project(
      {},
      {
        '.biome.jsonc':
          '{ "formatter": { "useEditorconfig": true, "lineWidth": 100 }, "javascript": { "formatter": { "quoteStyle": "single" } } }\n',
        '.editorconfig': 'root = true\n[*]\nindent_style = space\nmax_line_length = 30\n',
      },
    ),
    single,
  ],
  [
    'an override as Biome 1 has it',
    project(
      {},
      {
        'biome.json':
          '{ "overrides": [{ "include": "*.js", "javascript": { "formatter": { "quoteStyle": "single" } } }] }\n',
      },
    ),
    single,
  ],
])('new files are printed as the project says: %s', async (_, texts, first) => {
  const after = await run(texts, 'processes');
  expect(after['shutdown.js']?.slice(0, first.length)).toBe(first);
});

test.each([
  ['^1.19.0', /\bone => \{\n/],
  ['^2.8.0', /\basync \(one\) => \{\n[^}]*\}\)\n {2}\);\n/],
  ['^3.6.0', /\basync \(one\) => \{\n[^}]*\}\),\n {2}\);\n/],
])('an older Prettier has defaults of its own: %s', async (range, shape) => {
  const said = { devDependencies: { prettier: range } };
  const texts = project(said, { '.prettierrc': '{ "singleQuote": true }\n' });
  expect((await run(texts, 'processes'))['shutdown.js']).toMatch(shape);
});

test('settings that would have to be run are told, and not run', async () => {
  const settings = "throw new Error('run');\nmodule.exports = require('./shared');\n";
  const { texts, plan } = await retrofit(
    project(prettier, { '.prettierrc.js': settings }),
    'processes',
  );
  expect(texts['shutdown.js']?.slice(0, single.length)).toBe(single);
  const message = expect.stringContaining('would have to be run');
  expect(plan.notes).toContainEqual({ file: '.prettierrc.js', message });
});

test.each<[string, string]>([
  ['.prettierrc', 'overrides:\n'],
  ['.prettierrc', 'overrides: { files: 1 }\n'],
  ['.prettierrc.json', '{ "overrides": [null, {}, { "files": "" }], "printWidth": "wide" }\n'],
  ['.prettierrc.toml', 'semi = \n'],
  ['.prettierrc.yaml', 'a: 1\na: [\n'],
  ['.eslintrc.json', '{ "rules": { "prettier/prettier": [ \n'],
  ['biome.json', '{ "formatter": \n'],
  ['biome.json', 'null\n'],
  ['biome.json', '{ "overrides": [null, { "includes": "" }], "formatter": null }\n'],
  ['biome.json', '{ "extends": ["@company/biome"] }\n'],
  ['biome.json', '{ "extends": "./biome.json" }\n'],
])('settings of %s that are not right stop nothing: %s', async (path, text) => {
  const { texts } = await retrofit(
    project(prettier, { '.prettierrc': '{}\n', [path]: text }),
    'app',
  );
  expect(texts['shutdown.js']).toContain('shutDownGracefully');
});

test('plugins of a formatter, and what it builds on out of reach, are told', async () => {
  const own = project(prettier, { '.prettierrc': '{ "plugins": ["prettier-plugin-x"] }\n' });
  const { plan } = await retrofit(own, 'processes');
  const message = expect.stringContaining('prettier-plugin-x');
  expect(plan.notes).toContainEqual({ file: '.prettierrc', message });
  const far = project({}, { 'biome.json': '{ "extends": ["@company/biome"] }\n' });
  const told = (await retrofit(far, 'processes')).plan.notes;
  expect(told.some(({ file }) => file === 'biome.json')).toBe(true);
});

test('an override of the root above is found from whatever folder the run begins', () => {
  const { path, remove } = scratch();
  try {
    const words = ['processes', '--defaults', '--offline', '--skip-install'];
    const made = [0, 1].map((index) => {
      const top = join(path, String(index));
      write(top, {
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.prettierrc.yaml':
          'overrides:\n  - files: packages/api/**/*.js\n    options:\n      singleQuote: true\n',
        'package.json': '{ "private": true, "workspaces": ["packages/*"] }\n',
      });
      write(join(top, 'packages/api'), project(prettier));
      const [from, app] =
        index === 0 ? [join(top, 'packages/api'), []] : [top, ['--app=packages/api']];
      expect(imagine(from, [...words, ...app])).toMatchObject({ code: 0 });
      return readFolder(join(top, 'packages/api'))['shutdown.js'];
    });
    expect(made[0]?.slice(0, single.length)).toBe(single);
    expect(made[1]).toBe(made[0]);
  } finally {
    remove();
  }
});

test('a file of the user that is not as its formatter prints it keeps its own lines', async () => {
  const readme = '# Shop\n\n* one\n* two\n';
  const texts = project(prettier, { '.prettierrc': '{}\n', 'README.md': readme });
  const after = await run(texts, 'processes');
  expect(after['README.md']?.startsWith(readme)).toBe(true);
});

const python = (settings: Texts): Texts => ({
  'requirements.txt': 'flask==3.1.2\ngunicorn==23.0.0\n',
  'app.py':
    'import os\n\nfrom flask import Flask\n\napp = Flask(__name__)\nkey = os.environ.get("KEY")\n',
  ...settings,
});

test.each<[string, Texts, RegExp, RegExp]>([
  ['nothing says how', python({}), /f"\{name\} is missing"/, /\n {4}\w/],
  [
    "Ruff's own file: single quotes, tabs",
    python({ 'ruff.toml': '[format]\nquote-style = "single"\nindent-style = "tab"\n' }),
    /f'\{name\} is missing'/,
    /\n\t\w/,
  ],
  [
    'Ruff, by what its settings extend',
    python({
      'ruff.toml': 'extend = "config/base.toml"\n',
      'config/base.toml': '[format]\nquote-style = "single"\n',
    }),
    /f'\{name\} is missing'/,
    /\n {4}\w/,
  ],
  [
    'Black, quotes left alone, short lines',
    python({
      'pyproject.toml': '[tool.black]\nline-length = 40\nskip-string-normalization = true\n',
    }),
    /f"\{name\} is missing"/,
    /^(?!.*\n[^\n#"]{41,}\n)/s,
  ],
])('new Python is printed as the project says: %s', async (_, texts, quotes, shape) => {
  const { 'environment.py': text = '' } = await run(texts, 'config');
  expect(text).toMatch(quotes);
  expect(text).toMatch(shape);
});

test.each([
  ['set up after the first run', project({}), { '.prettierrc': '{ "useTabs": true }\n' }],
  [
    'changed after the first run',
    project(prettier, { '.prettierrc': '{}\n' }),
    { '.prettierrc': '{ "semi": false }\n' },
  ],
])('a formatter that is %s prints the files that nobody touched', async (_, before, settings) => {
  const changed = await run({ ...(await run(before, 'app')), ...settings }, 'app');
  expect(changed).toEqual(await run({ ...before, ...settings }, 'app'));
  expect(await run(changed, 'app')).toEqual(changed);
});
