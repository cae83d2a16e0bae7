import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What each module may load besides its own kind: a run that meets no YAML pays for none. */
const packages: Record<string, string[]> = {
  'json.ts': ['jsonc-parser', 'node:util'],
  'yaml.ts': ['node:util', 'yaml'],
  'env.ts': ['node:util'],
  'lines.ts': [],
  'makefile.ts': [],
  'javascript.ts': ['oxc-parser'],
  'python.ts': ['node:fs', 'node:module', 'node:url'],
  'requirements.ts': [],
  'toml.ts': ['node:util', 'smol-toml', 'toml-eslint-parser'],
  'markdown.ts': ['mdast-util-from-markdown'],
  'merge3.ts': ['node-diff3'],
};

const root = join(import.meta.dirname, '../../lib/documents');

test.each(Object.entries(packages))('%s loads %j only', (file, expected) => {
  const { outside, inside } = importsOf(join(root, file));
  expect([...outside].sort()).toEqual(expected);
  expect([...inside].filter((path) => !path.startsWith(`${root}/`))).toEqual([]);
});

function importsOf(file: string, inside = new Set<string>(), outside = new Set<string>()) {
  if (inside.has(file)) return { inside, outside };
  inside.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, typeOnly, name = ''] of code.matchAll(/^import (type )?[^;]*?'([^']+)';/gm)) {
    if (name.startsWith('.')) importsOf(join(file, '..', name), inside, outside);
    else if (!typeOnly) outside.add(name);
  }
  return { inside, outside };
}
