import type { Project } from '../types.ts';

const packages =
  /"(?:dotenv(?!-cli")[\w-]*|@dotenvx\/dotenvx|@nestjs\/config)"|\b(?:python-dotenv|environs|django-environ|python-decouple|pydantic-settings)\b/;

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

/** Where python-dotenv may stand already, besides where the tool would write it. */
const declaring =
  /^(?:Pipfile|setup\.cfg|setup\.py|(?:.*\/)?requirements(?:\/.+|[^/]*)\.(?:txt|in))$/;
const development = /(?:dev|test|local|lint|docs?|ci)\w*\.(?:txt|in)$/;

/** Whether a file of the project's own declares python-dotenv for all that runs the code. */
export const declaresDotenv = ({ theirs }: Pick<Project, 'theirs'>): boolean =>
  theirs
    .list()
    .filter((path) => declaring.test(path) && !development.test(path))
    .some((path) => /^[^#]*\bpython-dotenv\b/m.test(theirs.read(path) ?? ''));
