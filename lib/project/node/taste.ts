import { type Fact, fact } from '../../facts.ts';
import type { Files } from '../../types.ts';
import { lineOf } from '../lines.ts';
import { below, type Repository, upwards } from '../repository.ts';

const settings = /^(?:\.eslintrc(?:\.(?:c?js|json|ya?ml))?|eslint\.config\.[cm]?[jt]s)$/;

/** What settings build on whose rules are of mistakes, not of taste: new files keep them. */
const common =
  /^(?:eslint(?::recommended|\/config)?|@eslint\/(?:js|eslintrc|compat)|globals|(?:plugin:)?@?typescript-eslint(?:[/-][\w/-]+)?|(?:plugin:)?(?:eslint-(?:config|plugin)-)?(?:prettier|jest|vitest|mocha|jasmine|import|n|node|promise|(?:neo)?standard)(?:\/[@\w/-]+)?|node:\w+|path|url|fs)$/;

/** Rules that new files keep by themselves or by the habits that they follow, and what is no rule. */
const kept =
  /^(?:prettier\/prettier|semi|quotes|indent|linebreak-style|eol-last|eqeqeq|no-(?:var|return-await|unused-vars|undef|console|debugger|eval|process-exit)|prefer-const|(?:@typescript-eslint\/)?require-await|(?:@typescript-eslint|unused-imports)\/no-[\w-]+|(?:report|severity|level|version|ecma|tab)\w*)$/;

const comments = /(?<=^|[\s,;{[(])(?:\/\*[\s\S]*?\*\/|\/\/.*|#.*)/g;
const imported = /(?:\bfrom\s+|^\s*import\s+|\brequire\()['"]([^'"\n]+)['"]/gm;
const extended =
  /['"]?\bextends\b['"]?\s*:\s*(\[[^\]]*\]|['"][^'"]+['"]|(?:\s*-\s*[^\n]+\n)+|[^\s[{'"-][^\n]*)/g;
const asked = /['"]?([@\w/-]+)['"]?\s*:\s*\[?\s*(?:-\s*)?['"]?(?:error|warn|[12])\b/g;

/** Rules that refuse a comment that turns all rules off, by what shows that they are asked. */
const refusing: readonly (readonly [shown: RegExp, rule: string])[] = [
  [/unicorn[^\n]*\b(?:recommended|all)\b/i, 'unicorn/no-abusive-eslint-disable'],
  [/\blove\b/, '@eslint-community/eslint-comments/no-unlimited-disable'],
  [
    /\bantfu\b|(?<!@eslint-community\/)eslint-comments\/recommended/,
    'eslint-comments/no-unlimited-disable',
  ],
];

/** Linters that are rules of taste by themselves, with those of them that refuse such a comment. */
const linters: Readonly<Record<string, readonly string[]>> = {
  standard: [],
  semistandard: [],
  'ts-standard': [],
  xo: ['unicorn/no-abusive-eslint-disable'],
};

/**
 * That ESLint is set to rules of taste, presets or rules of its own that code from elsewhere can't
 * know; with those of them that refuse a comment which turns all off. The nearest settings count.
 */
export function tasteOf(
  { files, path }: Repository,
  manifest: string,
): Fact<readonly string[]> | undefined {
  const [nearest] = upwards(path).flatMap((folder) => inFolder(below(files, folder), folder));
  const own = /"eslintConfig"\s*:[\s\S]*/.exec(manifest)?.[0].replace(/\n {2}\}[\s\S]*/, '');
  const { at, text } = nearest ?? { at: 'package.json', text: own ?? '' };
  const linter = Object.keys(linters).find((name) => manifest.includes(`"${name}":`));
  if (linter) return fact(linters[linter] ?? [], `package.json:${lineOf(manifest, linter)}`);
  const bare = text.replace(comments, '');
  const shown = ofTaste(bare) ?? unsound(bare, below(files, path));
  if (!shown) return undefined;
  const rules = refusing.filter(([sign]) => sign.test(text)).map(([, rule]) => rule);
  return fact(rules, `${at}:${nearest ? lineOf(text, shown) : lineOf(manifest, shown)}`);
}

function inFolder(files: Files, folder: string): { at: string; text: string }[] {
  const name = files.list().find((each) => settings.test(each));
  const text = name === undefined ? undefined : files.read(name);
  return text === undefined ? [] : [{ at: folder ? `${folder}/${name}` : `${name}`, text }];
}

/** Rules that ask the types say other things of the same code where the compiler is not strict. */
function unsound(text: string, files: Files): string | undefined {
  const typed = /TypeChecked|type-checked|requiring-type-checking/.exec(text)?.[0];
  const settings = files.read('tsconfig.json') ?? '';
  return /"strict"\s*:\s*true|"extends"/.test(settings) ? undefined : typed;
}

/** The first preset or rule of taste. */
function ofTaste(text: string): string | undefined {
  const presets = [...text.matchAll(imported)].map(([, name = '']) => name);
  const bases = [...text.matchAll(extended)].flatMap(
    ([, list = '']) => list.match(/[@\w][\w@/:.-]*/g) ?? [],
  );
  const preset = [...presets, ...bases].find((name) => !common.test(name));
  return (
    preset ??
    [...text.matchAll(asked)].map(([, rule = '']) => rule).find((rule) => !kept.test(rule))
  );
}
