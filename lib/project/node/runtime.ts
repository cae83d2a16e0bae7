import { type Facts, fact } from '../../facts.ts';
import type { Note } from '../../types.ts';
import type { Ground } from './ground.ts';
import { type Said, saidIn } from './said.ts';

/** Lines of Node with long-term support, the newest first, and those at their end of life. */
const supported = ['24', '22'];
const ended = ['20', '18', '16', '14', '12', '10', '8', '6', '4'];
const codenames: Readonly<Record<string, string>> = {
  'lts/*': '24',
  lts: '24',
  'lts/krypton': '24',
  'lts/jod': '22',
  'lts/iron': '20',
  'lts/hydrogen': '18',
  'lts/gallium': '16',
  'lts/fermium': '14',
  node: '24',
  stable: '24',
  current: '24',
  latest: '24',
};

/** The range as written, and the version for images and CI: the newest that all places allow. */
export async function runtimeOf(
  ground: Ground,
): Promise<Pick<Facts, 'runtimeVersion' | 'runtime' | 'notes'>> {
  const said = saidIn(ground);
  const [first] = said;
  if (!first) return {};
  const runtime = await chosen(said);
  if (!runtime) return { runtimeVersion: fact(first.range, first.at) };
  return {
    runtimeVersion: fact(first.range, first.at),
    runtime: fact(runtime.major, ...runtime.by.map(({ at }) => at)),
    ...notesOf(runtime, said),
  };
}

interface Chosen {
  readonly major: string;
  readonly by: readonly Said[];
  readonly against: readonly Said[];
}

/** The newest supported major that most places allow; an exact one beats a range. */
async function chosen(said: readonly Said[]): Promise<Chosen | undefined> {
  const { default: semver } = await import('semver');
  const allows =
    (major: string) =>
    ({ range }: Said) =>
      semver.validRange(plain(range)) !== null && semver.intersects(plain(range), `${major}.x`);
  const candidates = [...supported, ...ended, '26', '25', '23', '21', '19'];
  const scored = candidates.map((major) => ({ major, by: said.filter(allows(major)) }));
  const best = scored.reduce((a, b) => (b.by.length > a.by.length ? b : a));
  if (best.by.length === 0) return undefined;
  return { ...best, against: said.filter((each) => !best.by.includes(each)) };
}

/** A range as semver reads it: names of releases resolved. */
const plain = (range: string): string =>
  range
    .split('||')
    .map((part) => part.trim())
    .map((part) => codenames[part.toLowerCase()] ?? part.replace(/^v(?=\d)/, ''))
    .join(' || ');

function notesOf({ major, by, against }: Chosen, said: readonly Said[]): Pick<Facts, 'notes'> {
  const disagree = against.map(({ range, at }) =>
    note(
      at,
      `says Node ${range}, ${by[0]?.at ?? ''} says ${by[0]?.range ?? ''}: ${major} is taken`,
    ),
  );
  const over =
    Number(major) < 24 && !supported.includes(major)
      ? [
          note(
            said[0]?.at ?? '',
            `Node ${major} is at its end of life; ${supported[0]} is the newest with long-term support`,
          ),
        ]
      : [];
  return { notes: [...disagree, ...over] };
}

const note = (at: string, message: string): Note => {
  const [, file = at, line] = /^(.*):(\d+)$/.exec(at) ?? [];
  return { file, ...(line !== undefined && { line: Number(line) }), message };
};
