import { DocumentError } from '../../documents/error.ts';
import { pythonParser } from '../../documents/python/parser.ts';
import { originsOf } from '../../documents/python/words.ts';
import { load, parse } from '../../documents/python.ts';
import { withoutBom } from '../../documents/text.ts';
import { hardcodedIn } from '../../project/python/secrets/find.ts';
import { readModule } from '../../project/python/syntax/read.ts';
import { readsIn } from '../../project/python/variables/find.ts';
import type { Project } from '../../types.ts';
import { replaced } from '../replace.ts';
import type { Spot } from '../spot.ts';
import { completed } from './complete.ts';
import type { Source } from './folders.ts';
import { left, spotAt } from './spot-at.ts';

/** The secrets of a file, each with how it gives way, or why it stays. */
export async function spotsIn(
  path: string,
  text: string,
  project: Project,
): Promise<readonly Spot[]> {
  await load();
  const body = withoutBom(text);
  const shift = text.length - body.length;
  const read = readModule(await pythonParser(), path, body);
  const reads = readsIn([read]);
  const found = hardcodedIn(read, reads);
  const firsts = found.filter(
    ({ start }, at) => found.findIndex((one) => one.start === start) === at,
  );
  const source = sourceOf(path, body);
  const spots = firsts.map((each) => {
    const spot = source
      ? spotAt(source, each, reads, project)
      : left(each, 'it is no valid Python');
    return { ...spot, start: spot.start + shift, end: spot.end + shift };
  });
  return placed(
    text,
    spots.sort((a, b) => a.start - b.start),
  );
}

function sourceOf(path: string, text: string): Source | undefined {
  try {
    const module = parse(text);
    return { path, module, origins: originsOf(module) };
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

/** The same, where what they need has its place above them. */
async function placed(text: string, spots: readonly Spot[]): Promise<readonly Spot[]> {
  const sure = spots.filter(({ unsure }) => !unsure);
  if (sure.length === 0) return spots;
  const trial = sure.map((spot) => [spot, 'X'] as const);
  if ((await completed(replaced(text, trial), sure)) !== undefined) return spots;
  const unsure = 'there is no sure place for the imports that it needs';
  return spots.map((spot) =>
    spot.needs?.length ? { ...spot, unsure: spot.unsure ?? unsure } : spot,
  );
}
