import { copyFile, glob, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { concerns } from '../generators/concerns.ts';
import { answersSchema } from '../lib/answers-schema.ts';
import { parserFile, parserFiles } from '../lib/documents/python/parser.ts';
import { helpText } from '../lib/help.ts';
import { optionsOf } from '../lib/options.ts';
import { templateFiles } from '../lib/templates.ts';

/** Bundles both doors into `dist/`, or a named folder: shared parts once, heavy parts loaded when they are needed. */
const [outdir = 'dist'] = process.argv.slice(2);
await rm(outdir, { recursive: true, force: true });
const generators = await Array.fromAsync(glob('generators/*/index.ts'));
await build({
  entryPoints: [
    ...['bin/imagine.ts', ...generators].map((path) => ({ in: path, out: path.slice(0, -3) })),
    // A process of its own, which the others start.
    { in: 'lib/versions/npm-process.ts', out: 'npm-process' },
  ],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  mainFields: ['module', 'main'],
  // Yeoman gives the generator its own instance; the parser of JavaScript is native.
  external: ['yeoman-generator', 'mem-fs-editor', 'oxc-parser'],
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  minify: true,
});
// The parser of Python and its formatter find their files beside the bundle.
const wasm = [...Object.values(parserFiles), '@wasm-fmt/ruff_fmt/ruff_fmt_bg.wasm'];
for (const address of wasm) {
  await copyFile(parserFile(address), join(outdir, basename(address)));
}
await writeFile(join(outdir, 'templates.json'), JSON.stringify(templateFiles()));
const schema = JSON.stringify(answersSchema(optionsOf(concerns)), undefined, 2);
await writeFile(join(outdir, 'answers.schema.json'), `${schema}\n`);

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const said = concerns.map(({ name }) => [`${name} help`, helpText(concerns, name)]);
const all = {
  version: `${version}\n`,
  help: helpText(concerns, 'app'),
  ...Object.fromEntries(said),
};
await writeFile(join(outdir, 'said.json'), JSON.stringify(all));
