import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imagine, scratch, snapshot } from './process.ts';

/** A bad input: the words, what lies in the folder, the exit code, and what the one line says. */
interface Bad {
  readonly words: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly code: number;
  readonly says: RegExp;
  readonly input?: string;
}

const manifest =
  '{ "name": "x", "scripts": { "start": "node x.js" }, "dependencies": { "express": "^5.0.0" } }\n';
const bad: readonly Bad[] = [
  { words: ['shop', '--frobnicate'], code: 2, says: /--frobnicate/ },
  { words: ['shop', '--databse', 'sqlite'], code: 2, says: /--databse.*--database/ },
  { words: ['shop', '--database'], code: 2, says: /--database needs a value/ },
  {
    words: ['shop', '--database', 'oracle'],
    code: 2,
    says: /--database.*oracle.*sqlite, postgresql/,
  },
  { words: ['shop', '--database', 'postgresq'], code: 2, says: /did you mean postgresql/ },
  {
    words: ['shop', '--database=sqlite', '--database=postgresql'],
    code: 2,
    says: /--database.*twice/,
  },
  { words: ['shop', '--database', 'none'], code: 2, says: /--database/ },
  { words: ['shop', '--stack', 'rails'], code: 2, says: /--stack.*rails/ },
  { words: ['shop', '--package-manager', 'bun'], code: 2, says: /--package-manager.*npm/ },
  { words: ['shop', '--cache', 'redis,none'], code: 2, says: /--cache/ },
  { words: ['shop', '--monitoring', 'none,prometheus'], code: 2, says: /--monitoring/ },
  { words: ['shop', '--port', '0'], code: 2, says: /--port/ },
  { words: ['shop', '--port', '70000'], code: 2, says: /--port/ },
  { words: ['shop', '--port', 'http'], code: 2, says: /--port/ },
  { words: ['shop', '--json=yes'], code: 2, says: /--json takes no value/ },
  {
    words: ['shop', '--api', 'none', '--dashboards', 'swagger'],
    code: 2,
    says: /--dashboards swagger.*--api rest/,
  },
  {
    words: ['shop', '--api', 'rest', '--dashboards', 'graphiql'],
    code: 2,
    says: /--dashboards graphiql.*--api graphql/,
  },
  { words: ['shop', '--name', 'A B'], code: 2, says: /--name/ },
  { words: ['shop', '--name', '../evil'], code: 2, says: /--name/ },
  { words: ['shop', '--name', '1st'], code: 2, says: /--name/ },
  { words: ['shop', '--name', 'a'.repeat(65)], code: 2, says: /--name/ },
  { words: ['../evil'], code: 2, says: /\.\.\/evil/ },
  { words: ['a/../../evil'], code: 2, says: /evil/ },
  { words: ['node_modules'], code: 2, says: /node_modules/ },
  { words: ['A B'], code: 2, says: /A B/ },
  { words: [''], code: 2, says: /directory/ },
  { words: ['one', 'two'], code: 2, says: /too many words/ },
  { words: ['dockr'], code: 2, says: /docker/ },
  { words: ['docker'], code: 2, says: /no project here/ },
  { words: ['ci', 'shop'], code: 2, says: /no project here/ },
  {
    words: ['ci'],
    files: { Gemfile: "gem 'rack'\n", 'config.rb': 'run App\n' },
    code: 2,
    says: /package\.json.*pyproject\.toml/,
  },
  {
    words: ['ci'],
    files: { 'pyproject.toml': '[project\n', 'main.py': 'print(1)\n' },
    code: 2,
    says: /pyproject\.toml:1/,
  },
  {
    words: ['shop', '--package-manager', 'uv'],
    code: 2,
    says: /--package-manager uv does not go with --stack express: npm, yarn, pnpm/,
  },
  { words: ['file'], files: { file: '' }, code: 2, says: /file.*not a folder/ },
  { words: ['shop', '--answers', 'none.json'], code: 2, says: /none\.json/ },
  {
    words: ['shop', '--answers', 'a.json'],
    files: { 'a.json': '{' },
    code: 2,
    says: /a\.json.*JSON/,
  },
  {
    words: ['shop', '--answers', 'a.json'],
    files: { 'a.json': '[]' },
    code: 2,
    says: /a\.json.*object/,
  },
  {
    words: ['shop', '--answers', 'a.json'],
    files: { 'a.json': '{"databse":"sqlite"}' },
    code: 2,
    says: /databse.*database/,
  },
  { words: ['shop', '--answers', '-'], input: '{"port": "x"}', code: 2, says: /--port/ },
  { words: ['shop', '--answers', '-'], input: '{"port": [1]}', code: 2, says: /--port/ },
  { words: ['shop', '--answers', '-'], input: '{"database": {}}', code: 2, says: /--database/ },
  { words: ['shop', '--answers', '-'], input: '{"database": null}', code: 2, says: /--database/ },
  { words: ['shop', '--answers', '-'], input: '', code: 2, says: /--answers -.*JSON/ },
  { words: ['shop', '--answers', '.'], code: 2, says: /--answers \.: can't be read/ },
  { words: ['shop', '--answers'], code: 2, says: /--answers needs a value/ },
  { words: ['shop', '-x'], code: 2, says: /unknown option -x: see imagine --help/ },
  { words: ['cy'], code: 2, says: /imagine ci, or imagine \.\/cy/ },
  { words: ['ci'], files: { 'package.json': '{ "name": ' }, code: 2, says: /package\.json:1/ },
  { words: ['ci'], files: { 'package.json': '[]' }, code: 2, says: /package\.json:1/ },
  {
    words: ['config'],
    files: { 'package.json': '{\n  // our app\n  "name": "x"\n}\n' },
    code: 2,
    says: /package\.json:2:3: not valid JSON; expected no comment/,
  },
  {
    words: ['.'],
    files: { 'package.json': '{ "name": "x",\n}\n', 'server.js': '' },
    code: 2,
    says: /package\.json:2:1: not valid JSON; expected property name/,
  },
  {
    words: ['processes'],
    files: { 'package.json': manifest, '.github/workflows/test.yml': 'jobs:\n  a: [\n' },
    code: 2,
    says: /\.github\/workflows\/test\.yml:\d+:\d+: /,
  },
  {
    words: ['ci'],
    files: { 'package.json': manifest, '.yo-rc.json': '{' },
    code: 2,
    says: /\.yo-rc\.json:1/,
  },
  {
    words: ['ci'],
    files: { 'package.json': manifest, '.yo-rc.json': '{"generator-imagine": 1}' },
    code: 2,
    says: /\.yo-rc\.json/,
  },
  {
    words: ['docker'],
    files: { 'package.json': manifest, 'Dockerfile/x': '' },
    code: 3,
    says: /Dockerfile/,
  },
  { words: ['.'], files: { '.github': 'a file', 'README.md': '# x\n' }, code: 3, says: /\.github/ },
];

test.each(bad.map((each) => [each.words.join(' '), each] as const))(
  'imagine %s',
  (_, { words, files = {}, code, says, input }) => {
    const { path, remove } = scratch();
    try {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(join(path, name, '..'), { recursive: true });
        writeFileSync(join(path, name), text);
      }
      const before = snapshot(path);
      const ended = imagine(path, [...words, '--offline', '--skip-install'], input);
      expect(ended.stderr).toMatch(says);
      expect(ended.stderr.trim().split('\n')).toHaveLength(1);
      expect(ended).toMatchObject({ code, stdout: '' });
      expect(snapshot(path)).toEqual(before);
    } finally {
      remove();
    }
  },
);
