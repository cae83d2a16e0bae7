import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { scratch } from '../process.ts';
import type { Texts } from '../run.ts';
import { retrofit, write } from './support.ts';

const root = join(import.meta.dirname, '../..');
const checked = {
  strict: true,
  allowJs: true,
  checkJs: true,
  noEmit: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedIndexedAccess: true,
  module: 'nodenext',
  target: 'es2022',
  skipLibCheck: true,
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
};
const serving =
  "const server = createServer((_request, response) => response.end(process.env.GREETING));\nserver.listen(Number(process.env.PORT ?? '4000'));\n";

test.each([
  ['module', "import { createServer } from 'node:http';\n\n"],
  ['commonjs', "const { createServer } = require('node:http');\n\n"],
])('every new file in JavaScript says its types to a checker: %s', async (type, above) => {
  const before: Texts = {
    'package.json': JSON.stringify({ name: 'x', type, scripts: { start: 'node index.js' } }),
    'tsconfig.json': JSON.stringify({ compilerOptions: checked, include: ['*.js'] }),
    'openapi.yaml': 'openapi: 3.1.0\n',
    'index.js': above + serving,
  };
  const { texts } = await retrofit(before, 'app');
  const made = Object.keys(texts).filter((path) => path.endsWith('.js') && !(path in before));
  expect(made.sort()).toEqual(
    ['docs', 'environment', 'health', 'listening', 'shutdown'].map((name) => `${name}.js`),
  );
  const { path, remove } = scratch();
  try {
    write(path, texts);
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const ended = spawnSync(process.execPath, [tsc, '-p', path], { encoding: 'utf8' });
    expect(ended.stdout).toBe('');
    expect(ended.status).toBe(0);
  } finally {
    remove();
  }
});
