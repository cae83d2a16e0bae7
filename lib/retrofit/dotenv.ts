import type { Project } from '../types.ts';

const packages =
  /"(?:dotenv[\w-]*|@dotenvx\/dotenvx|env-cmd|@nestjs\/config)"|\b(?:python-dotenv|environs|django-environ|python-decouple|pydantic-settings)\b/;

/** What brings `.env` to the code already: a package, or a flag of the start command. */
export function dotenvOf({ facts, stack, theirs }: Project): 'package' | 'flag' | undefined {
  if (facts.start?.value.some((word) => word.startsWith('--env-file'))) return 'flag';
  const { manifest, declares } = stack.language;
  const declaring = theirs.list().filter((path) => /^[^/]+$|^requirements\//.test(path));
  return [manifest, ...declaring.filter(declares)].some((path) =>
    packages.test(theirs.read(path) ?? ''),
  )
    ? 'package'
    : undefined;
}

/** Manifests of Python's in which only the user writes. */
const unwritten = ['Pipfile', 'setup.cfg', 'setup.py'];

/** Whether python-dotenv stands where only the user writes. */
export const declaresElsewhere = ({ theirs }: Pick<Project, 'theirs'>): boolean =>
  unwritten.some((path) => /\bpython-dotenv\b/.test(theirs.read(path) ?? ''));
