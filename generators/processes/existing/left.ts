import { hasOwnServer } from '../../../lib/project/node/web.ts';
import type { Declarations, Project } from '../../../lib/types.ts';

/** What a service must do by itself where no place was found for the tool's own parts. */
export function left({ facts, stack }: Project): Declarations {
  if (facts.kind?.value !== 'service' || facts.health) return {};
  const file = facts.entry?.value ?? stack.language.manifest;
  const message =
    'answer GET /healthz (200) and /readyz (503 while it stops): no place was found where that is sure to be right';
  return { notes: [{ file, message }] };
}

/** The stop that a server of Node's must do by itself where it could not be put in. */
export function stopLeft({ facts, stack }: Project): Declarations {
  const stops = facts.signals !== undefined || hasOwnServer(facts.stack?.value);
  if (stack.language.name !== 'node' || facts.kind?.value !== 'service' || stops) return {};
  const file = facts.entry?.value ?? stack.language.manifest;
  const message =
    'on SIGTERM finish the requests under way, then exit 0: no place was found where that is sure to be right';
  return { notes: [{ file, message }] };
}

/** An address of the tool's that the code names: what answers there stays the user's. */
export function namedHealth({ facts }: Project): Declarations {
  const [at = ''] = facts.healthNamed?.evidence ?? [];
  const [, file = at, line] = /^(.*):(\d+)$/.exec(at) ?? [];
  const message = `names ${facts.healthNamed?.value}, so none was added: see that GET /healthz answers 200, and /readyz 503 while it stops; say what answers with --set health=…`;
  return { notes: [{ file, line: Number(line), message }] };
}
