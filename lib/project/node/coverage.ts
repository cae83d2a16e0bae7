import { type Fact, fact } from '../../facts.ts';
import type { Code } from './code/code.ts';
import { child, literal, nameOf, placeOf, valueIn } from './code/syntax.ts';
import { walk } from './code/walk.ts';
import type { Ground } from './ground.ts';
import { placeIn } from './manifest.ts';

/** The threshold of lines that jest, vitest, nyc or c8 keep. */
export function coverageOf({ manifest, text, files, code }: Ground): Fact<number> | undefined {
  for (const path of [
    ['jest', 'coverageThreshold', 'global', 'lines'],
    ['c8', 'lines'],
    ['nyc', 'lines'],
  ]) {
    const value = path.reduce<unknown>(
      (now, key) => (now as Record<string, unknown> | undefined)?.[key],
      manifest,
    );
    if (typeof value === 'number') return fact(value, placeIn(text, ...path));
  }
  const settings = files
    .list()
    .filter((path) => /^(?:jest|vitest|vite)\.config\.[cm]?[jt]s$/.test(path));
  return settings.flatMap((path) => thresholdIn(code, path) ?? []).at(0);
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
      const lines = literal(valueIn(valueIn(value, 'global') ?? value, 'lines'));
      if (typeof lines === 'number') found ??= fact(lines, placeOf(source, node));
    });
  return found;
}
