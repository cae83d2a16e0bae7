import { ImagineError } from '../errors.ts';
import type { Found } from '../look.ts';
import type { Stack } from '../types.ts';

/** What a project runs on. */
type Runtime = Pick<Stack, 'runtime' | 'pin'>;

/**
 * The runtime of a project: an existing one's own; a new app's is what `--set runtime=…` or the
 * language's file says, else the stack's first. Throws where a new app of the stack can't run on it.
 */
export function runtimeOf(
  { title, language, runtime, runtimes }: Stack,
  { existing, facts, files, corrections, state }: Found,
): Runtime {
  if (existing) return { runtime: facts.runtime?.value ?? runtime };
  const { runtime: corrected } = corrections;
  const pin = corrected || files.read(language.pin)?.trim();
  if (!pin) return { runtime };
  const found = runtimes.find((each) => `${pin}.`.replace(/^v(?=\d)/, '').startsWith(`${each}.`));
  if (found) return { runtime: found, pin };
  // What was made once is its owner's: the file stays as it is.
  if (!corrected && state.concerns.length > 0) return { runtime };
  throw new ImagineError(
    `${corrected ? '--set runtime' : language.pin} says ${pin}, but a new app (${title}) runs on ${runtimes.join(' or ')}: try --set runtime=${runtime}${corrected ? '' : `, without ${language.pin}`}`,
  );
}
