import * as env from '../../../documents/env.ts';
import { exampleNames } from '../../../example-file.ts';
import type { Files } from '../../../types.ts';
import { type Composed, composedIn } from '../../compose.ts';
import { words } from '../../words.ts';
import { tasksIn } from '../checks/tasks.ts';
import type { Manifests } from '../manifests/read.ts';
import { dockerfilesIn, lastStage } from '../start/dockerfile.ts';
import { lineMatching } from '../text.ts';
import type { Spoken } from './in-code.ts';
import { listeningOf, portOf } from './in-words.ts';

/** The port that an image exposes or sets. */
export const listeningInImages = (files: Files, base: string): readonly Spoken[] =>
  dockerfilesIn(files, base).flatMap((path) =>
    lastStage(files.read(path) ?? '').flatMap(({ keyword: name, rest: text, line }) => {
      const set = name === 'ENV' ? /(?:^|\s)PORT[= ]["']?(\d+)/.exec(text)?.[1] : undefined;
      const exposed = name === 'EXPOSE' ? /^(\d+)/.exec(text)?.[1] : undefined;
      const { port } = portOf(set ?? exposed);
      return port === undefined ? [] : [{ port, place: `${path}:${line}` }];
    }),
  );

/** PORT in `.env` and its like. */
export const listeningInEnv = (files: Files): readonly Spoken[] =>
  ['.env', ...exampleNames, '.flaskenv'].flatMap((path) => {
    const text = files.read(path) ?? '';
    const { port } = portOf(env.value(text, 'PORT') ?? env.value(text, 'FLASK_RUN_PORT'));
    return port === undefined ? [] : [{ port, place: `${path}:${lineMatching(text, /PORT\s*=/)}` }];
  });

/** The port inside the container that a compose file publishes for the service that it builds, or serves with. */
export async function listeningInCompose(
  files: Files,
  path: string | undefined,
): Promise<readonly Spoken[]> {
  const text = path === undefined ? undefined : files.read(path);
  if (path === undefined || text === undefined) return [];
  return (await composedIn(files, path))
    .filter(({ built, command = '' }) => built || serving.test(command))
    .sort((a, b) => rankOf(a) - rankOf(b))
    .flatMap(({ ports }) => ports)
    .map((port) => ({ port, place: `${path}:${lineMatching(text, new RegExp(`:${port}\\b`))}` }));
}

/** What tasks of the project tell a development server; `flask run --port 7007`. */
export const listeningInTasks = (manifests: Manifests): readonly Spoken[] =>
  tasksIn(manifests, ['start', 'serve', 'web', 'server', 'run', 'dev', 'develop'])
    .filter(({ command }) => serving.test(command))
    .map(({ command, path, line }) => ({
      ...listeningOf(words(command)),
      place: `${path}:${line}`,
    }))
    .map(({ port, place }) => ({ ...(port !== undefined && { port }), place }));

const serving =
  /\b(?:gunicorn|uvicorn|granian|hypercorn|daphne|uwsgi|waitress-serve|fastapi|runserver|flask\b.*\brun)\b/;

/** The service of the web process comes first, what makes a front end or shows documentation last. */
const rankOf = ({ name, command = '' }: Composed): number => {
  if (serving.test(command)) return 0;
  if (/^(?:web|app|api|server|backend|django|flask|fastapi)$/.test(name)) return 1;
  return /\b(?:npm|yarn|pnpm|node|vite|webpack|mkdocs|sphinx)\b/.test(command) ? 3 : 2;
};
