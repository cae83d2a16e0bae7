import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parserFile, parserFiles } from '../../lib/documents/python/parser.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a bundle reads Python by the files beside it, without their packages', async () => {
  const module = join(import.meta.dirname, '../../lib/documents/python.ts');
  const options = { bundle: true, splitting: true, format: 'esm', platform: 'node' } as const;
  const banner = {
    js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);",
  };
  await build({
    ...options,
    banner,
    entryPoints: [module],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  });
  const run = () => {
    const code = `const m = await import(${JSON.stringify(pathToFileURL(join(folder, 'python.mjs')))});
      await m.load(); console.log(m.items('X = [1, f("ü")]', { name: 'X' }).join())`;
    const args = ['--input-type=module', '-e', code];
    return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  };
  expect(run).toThrow('web-tree-sitter.wasm');
  for (const address of Object.values(parserFiles)) {
    copyFileSync(parserFile(address), join(folder, basename(address)));
  }
  expect(run()).toBe('1,f("ü")\n');
});
