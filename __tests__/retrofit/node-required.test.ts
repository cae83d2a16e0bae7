import { run, type Texts } from '../run.ts';

const ends = "if (!process.env.KEY) throw new Error('KEY');\nmodule.exports = { a: 1 };\n";
const endsToo = "if (!process.env.KEY) {\n  throw new Error('KEY');\n}\nexport const a = 1;\n";
const serving = "require('http').createServer().listen(process.env.PORT || 3000);\n";
const serves =
  "import { createServer } from 'node:http';\ncreateServer().listen(process.env.PORT || 3000);\n";

/** The check and the README's row after a run over an app. */
async function checked(entry: string, more: Texts) {
  const module = /^import /m.test(entry) ? ', "type": "module"' : '';
  const texts = {
    'package.json': `{ "name": "x"${module}, "scripts": { "start": "node server.js" } }\n`,
    'server.js': entry,
    ...more,
  };
  const after = await run(texts, 'config');
  return { check: after['environment.js'] ?? '', readme: after['README.md'] ?? '' };
}

test.each([
  ['the entry', ends + serving, {}],
  ['what it requires', `const { a } = require('./key');\n${serving}`, { 'key.js': ends }],
  [
    'what that requires',
    `require('./b');\n${serving}`,
    { 'b.js': "exports.b = require('./key').a;\n", 'key.js': ends },
  ],
  ['what it imports', `import { a } from './key.js';\n${serves}`, { 'key.js': endsToo }],
  [
    'what that exports on',
    `import { a } from './b.js';\n${serves}`,
    { 'b.js': "export * from './key.js';\n", 'key.js': endsToo },
  ],
])('required is what the start surely ends without: in %s', async (_, entry, more) => {
  const { check, readme } = await checked(entry, more);
  expect(check).toContain("read('KEY', { required: true })");
  expect(readme).toMatch(/\| `KEY` \| [^|]* \| yes \|/);
});

test.each([
  ['a script', serving, { 'scripts/key.js': ends }],
  [
    'another process',
    serving,
    { 'worker.js': ends, Procfile: 'web: node server.js\nworker: node worker.js\n' },
  ],
  [
    'what a handler requires',
    `const pay = () => require('./key').a;\n${serving}`,
    { 'key.js': ends },
  ],
  [
    'what a handler imports',
    `${serves}export const pay = async () => await import('./key.js');\n`,
    { 'key.js': endsToo },
  ],
  [
    'what is required in some cases',
    `if (process.env.PAYS) {\nrequire('./key');\n}\n${serving}`,
    { 'key.js': ends },
  ],
  [
    'what may be required',
    `const key = process.env.PAYS && require('./key');\n${serving}`,
    { 'key.js': ends },
  ],
  ['what is tried', `try {\nrequire('./key');\n} catch {}\n${serving}`, { 'key.js': ends }],
  ['a block', `if (process.env.PAYS) {\n${ends}}\n${serving}`, {}],
  ['a text', `const code = \`\n${ends}\`;\nconsole.log(code, process.env.KEY);\n${serving}`, {}],
  [
    'a file behind one that sets it',
    `require('./set');\nrequire('./key');\n${serving}`,
    { 'set.js': "process.env.KEY ??= 'x';\n", 'key.js': ends },
  ],
  [
    'what takes in a neighbour further down',
    `${endsToo}export * from './set.js';\n${serves}`,
    { 'set.js': 'export const b = 1;\n' },
  ],
  ['what stands behind a name of its own', `require('#set');\n${ends}${serving}`, {}],
  [
    'a file behind one that loads it',
    `require('./set');\nrequire('./key');\n${serving}`,
    { 'set.js': 'process.loadEnvFile();\n', 'key.js': ends },
  ],
])('what it may start without is not required: in %s', async (_, entry, more) => {
  const { check, readme } = await checked(entry, more);
  expect(check).toContain("read('KEY')");
  expect(readme).toMatch(/\| `KEY` \| [^|]* \| no \|/);
});

test.each([
  ['a value', "import { a } from './key';\nconsole.log(a);\n", true],
  ['a type', "import { A } from './key';\nexport const b: A = 1;\n", false],
  ['a type by its word', "import type { A } from './key';\nexport const b: A = 1;\n", false],
])('TypeScript takes in a file for %s', async (_, code, is) => {
  const texts = {
    'package.json':
      '{ "name": "x", "scripts": { "start": "node dist/server.js" }, "devDependencies": { "typescript": "^6" } }\n',
    'tsconfig.json': '{ "compilerOptions": { "rootDir": "src", "outDir": "dist" } }\n',
    'src/server.ts': `${code}${serves}`,
    'src/key.ts': `${endsToo}export type A = number;\n`,
  };
  const after = await run(texts, 'config');
  expect(after['src/environment.ts']?.includes("read('KEY', { required: true })")).toBe(is);
});
