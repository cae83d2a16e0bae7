import type { Project } from '../types.ts';

const packages =
  /"(?:dotenv[\w-]*|@dotenvx\/dotenvx|env-cmd|@nestjs\/config)"|\b(?:python-dotenv|environs|django-environ|python-decouple|pydantic-settings)\b/;

/** What brings `.env` to the code already: a package, or a flag of the start command. */
export function dotenvOf({ facts, stack, theirs }: Project): 'package' | 'flag' | undefined {
  if (facts.start?.value.some((word) => word.startsWith('--env-file'))) return 'flag';
  return packages.test(theirs.read(stack.language.manifest) ?? '') ? 'package' : undefined;
}
