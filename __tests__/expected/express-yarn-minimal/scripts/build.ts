import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { writeAssets } from './assets.ts';
import { entries, externals } from './entries.ts';

// Bundled packages in CommonJS ask for Node's modules by `require`.
const banner = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);`;

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: entries.map((name) => `src/${name}.ts`),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  sourcemap: 'linked',
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  external: externals,
  banner: { js: banner },
  logLevel: 'warning',
});
await writeAssets();
