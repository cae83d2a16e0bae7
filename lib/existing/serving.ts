import type { Dependency, Note, Project } from '../types.ts';
import { managerOf } from './installing.ts';

/** The process that serves a project, and the server that it lacks for that. */
export interface Serving {
  readonly words: readonly string[];
  /** To be declared by whoever writes the words; absent where the project has it. */
  readonly server?: Dependency;
}

/** What serves in production, in the order of preference behind the user's choice. */
const usual = ['gunicorn', 'uvicorn'];

/**
 * The real process; of a project that only has a development server the process of the chosen
 * server, else of one that its application can be served by. Undefined where neither is known.
 */
export function servingOf(project: Project): Serving | undefined {
  const { facts, chosen, port } = project;
  const { start, servable, kind } = facts;
  if (start) return { words: start.value };
  // Where nothing is listed there is no place for a server, and nothing that an image could install.
  if (!servable || !managerOf(project) || (kind !== undefined && kind.value !== 'service'))
    return undefined;
  const names = [...(chosen.server ?? []).map(({ name }) => name), ...usual];
  const name = names.find((each) => servable.value[each] !== undefined);
  if (name === undefined) return undefined;
  const words = (servable.value[name] ?? []).map((word) =>
    word.replace('$PORT', `\${PORT:-${port}}`),
  );
  return { words, server: { name } };
}

/** What a server in production does not do that the development server did. */
export function servingNotes({ facts, theirs }: Project): readonly Note[] {
  const path = facts.settings?.value;
  const settings = (path && theirs.read(path)) ?? '';
  if (facts.stack?.value !== 'django' || !path || !/staticfiles/.test(settings)) return [];
  if (/whitenoise|storages/i.test(settings)) return [];
  const message =
    'a production server serves no static files: add WhiteNoise to MIDDLEWARE, or serve STATIC_ROOT from elsewhere';
  return [{ file: path, message }];
}
