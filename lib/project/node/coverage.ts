import { get } from '../../documents/json.ts';
import { type Fact, fact } from '../../facts.ts';
import type { Files } from '../../types.ts';
import { lineOf } from '../lines.ts';
import type { Code } from './code/code.ts';
import { child, literal, nameOf, placeOf, valueIn } from './code/syntax.ts';
import { walk } from './code/walk.ts';
import type { Ground } from './ground.ts';
import { placeIn } from './manifest.ts';

const measures = ['lines', 'statements', 'functions', 'branches'];

/** Settings in JSON: where in them the threshold stands, and what must be set for it to be kept. */
const settings: readonly (readonly [file: RegExp, path: readonly string[], kept?: string])[] = [
  [/(?:^|\/)\.?jest[\w.-]*\.json$/, ['coverageThreshold', 'global']],
  [/^\.(?:c8|nyc)rc(?:\.json)?$/, [], 'check-coverage'],
];

/** The threshold that jest, vitest, nyc or c8 keep: of lines, else of the next measure that has one. */
export function coverageOf({ manifest, text, files, code }: Ground): Fact<number> | undefined {
  for (const path of [['jest', 'coverageThreshold', 'global'], ['c8'], ['nyc']]) {
    const found = measureIn(inside(manifest, path));
    if (found) return fact(found.value, placeIn(text, ...path, found.name));
  }
  for (const file of files.list()) {
    const found = inSettings(file, files);
    if (found) return found;
  }
  const programs = files
    .list()
    .filter((path) => /^(?:jest|vitest|vite)\.config\.[cm]?[jt]s$/.test(path));
  return programs.flatMap((path) => thresholdIn(code, path) ?? []).at(0);
}

const inside = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((now, key) => (now as Record<string, unknown> | null | undefined)?.[key], value);

function measureIn(value: unknown): { name: string; value: number } | undefined {
  const of = (name: string) => inside(value, [name]);
  const name = measures.find((each) => typeof of(each) === 'number');
  return name === undefined ? undefined : { name, value: Number(of(name)) };
}

function inSettings(file: string, files: Files): Fact<number> | undefined {
  const row = settings.find(([pattern]) => pattern.test(file));
  if (!row) return undefined;
  const [, path, kept] = row;
  const text = files.read(file) ?? '';
  try {
    const all = get(text, []);
    const found = kept && !inside(all, [kept]) ? undefined : measureIn(inside(all, path));
    return found && fact(found.value, `${file}:${lineOf(text, `"${found.name}"`)}`);
  } catch {
    return undefined;
  }
}

function thresholdIn(code: Code, path: string): Fact<number> | undefined {
  const source = code.get(path);
  let found: Fact<number> | undefined;
  if (source)
    walk(source.program, (node) => {
      if (
        node.type !== 'Property' ||
        !/^(?:coverageThreshold|thresholds)$/.test(nameOf(child(node, 'key')) ?? '')
      )
        return;
      const value = child(node, 'value');
      const all = valueIn(value, 'global') ?? value;
      const numbers = measures.map((name) => literal(valueIn(all, name)));
      const first = numbers.find((each) => typeof each === 'number');
      if (typeof first === 'number') found ??= fact(first, placeOf(source, node));
    });
  return found;
}
