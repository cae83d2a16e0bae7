import type { Application } from '../application/choose.ts';

/** A server and how it is told what to serve. */
interface Server {
  /** Its package; `package[extra]` where only that extra brings it. */
  readonly packages: readonly string[];
  readonly protocols: readonly Application['protocol'][];
  /** Without a port it listens where its own file says. */
  words(
    target: string,
    port: number | string | undefined,
    protocol: Application['protocol'],
  ): readonly string[];
  /** The option that names the folder to import from. */
  readonly folder: (root: string) => readonly string[];
}

const isFactory = (target: string): boolean => target.endsWith('()');
const plain = (target: string): string => target.replace(/\(\)$/, '');
const factory = (target: string, flag: string): readonly string[] =>
  isFactory(target) ? [flag, plain(target)] : [target];

const uvicorn: Server = {
  packages: ['uvicorn', 'fastapi[standard]', 'fastapi[all]', 'litestar[standard]', 'fastapi-cli'],
  protocols: ['asgi'],
  words: (target, port) => [
    'uvicorn',
    ...factory(target, '--factory'),
    ...['--host', '0.0.0.0', '--port', String(port)],
  ],
  folder: (root) => ['--app-dir', root],
};

const gunicorn: Server = {
  packages: ['gunicorn'],
  protocols: ['wsgi'],
  words: (target, port) => [
    ...['gunicorn', target],
    ...(port === undefined ? [] : ['--bind', `0.0.0.0:${port}`]),
  ],
  folder: (root) => ['--chdir', root],
};

const granian: Server = {
  packages: ['granian'],
  protocols: ['asgi', 'wsgi'],
  words: (target, port, protocol) => [
    ...['granian', '--interface', protocol],
    ...factory(target, '--factory'),
    ...['--host', '0.0.0.0', '--port', String(port)],
  ],
  folder: (root) => ['--working-dir', root],
};

const waitress: Server = {
  packages: ['waitress'],
  protocols: ['wsgi'],
  words: (target, port) => ['waitress-serve', `--port=${port}`, ...factory(target, '--call')],
  folder: () => [],
};

const hypercorn: Server = {
  packages: ['hypercorn', 'quart'],
  protocols: ['asgi'],
  words: (target, port) => ['hypercorn', target, '--bind', `0.0.0.0:${port}`],
  folder: () => [],
};

const daphne: Server = {
  packages: ['daphne', 'channels[daphne]'],
  protocols: ['asgi'],
  words: (target, port) => ['daphne', '-b', '0.0.0.0', '-p', String(port), target],
  folder: () => [],
};

const uwsgi: Server = {
  packages: ['uwsgi', 'pyuwsgi'],
  protocols: ['wsgi'],
  words: (target, port) => [
    ...['uwsgi', '--http-socket', `0.0.0.0:${port}`, '--module', target],
    // Without it SIGTERM means: load all anew.
    '--die-on-term',
  ],
  folder: (root) => ['--chdir', root],
};

const sanic: Server = {
  packages: ['sanic'],
  protocols: ['asgi'],
  words: (target, port) => ['sanic', target, '--host=0.0.0.0', `--port=${port}`],
  folder: () => [],
};

/** The servers that can be composed, in the order of preference. */
export const servers = [gunicorn, uvicorn, granian, hypercorn, daphne, waitress, uwsgi, sanic];

/** Those that a project without one may get. */
export const offered: readonly Server[] = [gunicorn, uvicorn, granian];

/** The command that serves an application with a server; none where it can't reach its folder. */
export function wordsFor(
  server: Server,
  { target, root, protocol }: Application,
  port: number | string | undefined,
  installed: boolean,
): readonly string[] | undefined {
  const words = server.words(target, port, protocol);
  if (root === '' || installed) return words;
  const folder = server.folder(root);
  return folder.length > 0 ? [...words, ...folder] : undefined;
}
