import { filesAbove, type Located } from '../above.ts';
import type { Around } from '../formatter.ts';
import type { Options } from './print.ts';

const names = [
  ...['eslint.config.js', 'eslint.config.mjs', 'eslint.config.cjs', 'eslint.config.ts'],
  ...['.eslintrc.js', '.eslintrc.cjs', '.eslintrc.yaml', '.eslintrc.yml', '.eslintrc.json'],
  '.eslintrc',
];
const rule = 'prettier/prettier';

/** Options that a project gives to Prettier in ESLint's rule of it, which go before its own. */
export async function eslintOptionsFor(path: string, around: Around): Promise<Options> {
  const [file] = filesAbove(around, path, names);
  if (!file?.text.includes(rule)) return {};
  const said = (await rulesIn(file)).flatMap((value) => (Array.isArray(value) ? [value[1]] : []));
  return Object.assign({}, ...said.filter((value) => typeof value === 'object'));
}

async function rulesIn({ path, text }: Located): Promise<readonly unknown[]> {
  // JSON with comments is an expression of JavaScript; YAML is not.
  const code = /\.[cm]?[jt]s$/.test(path) ? text : `(${text}\n)`;
  const { literalsOf } = await import('../../documents/javascript/literal.ts');
  const { get } = await import('../../documents/yaml.ts');
  const readings = [
    () => literalsOf(/\.ts$/.test(path) ? path : `${path}.js`, code, rule),
    () => [get(text, ['rules', rule])],
  ];
  for (const read of readings) {
    try {
      return read();
    } catch {
      // Written in the other way, or not right: then it says nothing.
    }
  }
  return [];
}
