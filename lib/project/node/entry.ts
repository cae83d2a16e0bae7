import { type Fact, type Facts, fact } from '../../facts.ts';
import type { Files } from '../../types.ts';
import type { Code } from './code/code.ts';
import { children } from './code/syntax.ts';
import type { Layout } from './layout.ts';
import type { Listening } from './listen.ts';
import { lineIn, type Manifest } from './manifest.ts';
import { nearestPackage } from './package.ts';
import type { Started } from './start.ts';

/** The source file that the start process begins with. */
export function entryOf(
  layout: Layout,
  start: Started | undefined,
  [listening]: readonly Listening[],
): Fact<string> | undefined {
  const [program, ...rest] = start?.words ?? [];
  const files = rest.filter(
    (word, at) =>
      !word.startsWith('-') && !/^(?:-r|--require|--import|--loader)$/.test(rest[at - 1] ?? ''),
  );
  const named =
    program === undefined
      ? []
      : files.flatMap((word) => layout.sourceOf(word.replace(/^\.\//, '')) ?? []);
  const path =
    named[0] ?? (program === 'node' || files.length === 0 ? listening?.mount.file : undefined);
  return path === undefined ? undefined : fact(path, `${path}:1`);
}

/** What the code is written in. */
export const sourceOf = (code: Code, entry: string | undefined): NonNullable<Facts['source']> => {
  const path = entry ?? code.sources[0]?.path ?? 'package.json';
  return fact(/\.[cm]?tsx?$/.test(path) ? 'typescript' : 'javascript', `${path}:1`);
};

/** How the code's own modules are loaded: by the nearest manifest, the ending, or what it is written as. */
export function moduleOf(
  own: Manifest,
  files: Files,
  code: Code,
  entry: string | undefined,
): NonNullable<Facts['module']> {
  const near = nearestPackage(files, entry ?? 'package.json');
  const manifest = near?.manifest ?? own;
  const place = (): string => `${near?.path}:${lineIn(near?.text ?? '{}', 'type')}`;
  if (entry !== undefined && /\.m[jt]s$/.test(entry)) return fact('esm', `${entry}:1`);
  if (entry !== undefined && /\.c[jt]s$/.test(entry)) return fact('cjs', `${entry}:1`);
  if (manifest.type === 'module') return fact('esm', place());
  if (manifest.type === 'commonjs') return fact('cjs', place());
  const source = entry?.endsWith('.js') ? code.get(entry) : undefined;
  const statement = children(source?.program, 'body').find(({ type }) =>
    /^(?:Import|Export)/.test(type),
  );
  const compiled = { ...manifest.dependencies, ...manifest.devDependencies };
  const babel = Object.keys(compiled).some((name) =>
    /^(?:@babel\/core|babel-cli|sucrase|esm)$/.test(name),
  );
  return statement && entry && !babel ? fact('esm', `${entry}:1`) : fact('cjs', 'package.json:1');
}
