import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [folder = ''] = process.argv.slice(2);
const texts: [string, string][] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'texts.json'), 'utf8'),
);
for (const [path, text] of texts) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
