/**
 * Runs a generator in Yeoman's environment as `yo` does, without its command line, which gives up the
 * rights of root for an account that may see neither the tool nor the project.
 * usage: yeoman.mjs <built folder> <namespace> [directory] [--option value | --switch]...
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createEnv } from 'yeoman-environment';

const [packagePath, namespace, ...words] = process.argv.slice(2);
const options = {};
const operands = [];
while (words.length > 0) {
  const word = words.shift();
  if (!word.startsWith('--')) {
    operands.push(word);
    continue;
  }
  const name = word.replace(/^--/, '');
  const value = words[0] === undefined || words[0].startsWith('--') ? true : words.shift();
  options[name] = value;
  options[name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())] = value;
}
const env = createEnv();
for (const name of readdirSync(join(packagePath, 'generators'))) {
  const path = join(packagePath, 'generators', name, 'index.js');
  env.register(path, { namespace: `imagine:${name}`, packagePath });
}
const generator = namespace.includes(':') ? namespace : `${namespace}:app`;
try {
  await env.run([generator, ...operands], options);
} catch (error) {
  console.error(error.message);
  process.exit(error.code || 1);
}
