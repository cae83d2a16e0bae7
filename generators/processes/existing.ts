import { combine } from '../../lib/declare.ts';
import { type Serving, servingNotes, servingOf } from '../../lib/existing/serving.ts';
import { lines } from '../../lib/lines.ts';
import { codeOf } from '../../lib/retrofit/code.ts';
import { canServe, type ServerPart, serverPart } from '../../lib/retrofit/listening.ts';
import type { Declarations, Project } from '../../lib/types.ts';
import { left, namedHealth, stopLeft } from './existing/left.ts';
import { askedServices } from './existing/node-services.ts';
import { pythonHealth } from './existing/python.ts';
import { health, shutdown } from './existing/told.ts';

const folder = 'processes/templates/existing/node';

/** The processes that are really started: of the Procfile that is there, else those found. */
function procfile(project: Project): Declarations {
  const { facts, theirs } = project;
  const serving = servingOf(project);
  const own = theirs.read('Procfile');
  if (own !== undefined) return serving?.server ? unserved(own, serving) : {};
  const { migrate, processes } = facts;
  const words = serving?.words ?? [];
  const found: Readonly<Record<string, string>> = {
    ...(migrate && { release: migrate.value.replaceAll(ofManager, '$1') }),
    ...(serving && { web: words.filter(isOfProcess).map(shellWord).join(' ') }),
    ...others(processes?.value ?? {}, words),
  };
  const named = Object.entries(found);
  if (named.length === 0) return {};
  const server = serving?.server;
  const order = ['release', 'web'];
  const rank = (name: string): number => (order.indexOf(name) + order.length) % order.length;
  return {
    ...(server && { dependencies: [server], notes: servingNotes(project) }),
    trees: [{ folder: 'processes/templates/existing/common', existing: 'keep' }],
    lines: named
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .flatMap(([name, command], index) =>
        lines('Procfile#processes', [`${name}: ${command}`], index),
      ),
  };
}

/** The user's own Procfile stays; a web process that only development can use is told. */
function unserved(text: string, { words, server }: Serving): Declarations {
  const line = text.split('\n').findIndex((each) => /^web\s*:/.test(each)) + 1;
  const message = `${line > 0 ? 'starts a development server' : 'has no web process'}: add ${server?.name} and use \`web: ${words.map(shellWord).join(' ')}\``;
  return { notes: [{ file: 'Procfile', ...(line > 0 && { line }), message }] };
}

/** Where a process runs by its Procfile, the environment is set from outside: there is no `.env`. */
const isOfProcess = (word: string): boolean => !word.startsWith('--env-file');

/** A factory, `shop:create_app()`, as a shell takes it. */
const shellWord = (word: string): string => (/^[\w.:]+\(\)$/.test(word) ? `'${word}'` : word);
/** What runs a command in a developer's environment of Python; a process is in its own already. */
const ofManager = /(^|&& )(?:uv|poetry|pdm|pipenv) run /g;

/** Processes beside the one that serves: no second name for the same command. */
const others = (
  processes: Readonly<Record<string, string>>,
  start: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(processes).filter(
      ([name, command]) => name === 'web' || command !== start.join(' '),
    ),
  );

/** The manifest's script that starts, where it keeps scripts and has none. */
const start = ({ facts, stack }: Project): Declarations =>
  facts.start && stack.language.scripts
    ? {
        commands: [
          { name: 'start', run: facts.start.value.join(' '), about: 'Run the web process' },
        ],
      }
    : {};

/** Health addresses in the way of another language, where there are none. */
function otherHealth(project: Project): Declarations | undefined {
  if (project.facts.healthNamed && project.facts.kind?.value === 'service')
    return namedHealth(project);
  const found = project.facts.health ? undefined : pythonHealth(project);
  return found && combine([health, found]);
}

/** In code that is there: a Procfile, health and graceful shutdown, as far as they are missing. */
export function existing(project: Project): Declarations {
  const { facts } = project;
  const code = canServe(project) ? codeOf(project) : undefined;
  const part = (
    name: string,
    verb: string,
    more: Pick<ServerPart, 'takes' | 'closes' | 'gives'>,
  ) =>
    code
      ? serverPart(project, code, {
          template: `${folder}/${name}`,
          names: [name, `server-${name}`],
          verb,
          ...more,
        })
      : {};
  return combine([
    procfile(project),
    start(project),
    code ? {} : combine([otherHealth(project) ?? left(project), stopLeft(project)]),
    facts.health || !code
      ? {}
      : facts.healthNamed
        ? namedHealth(project)
        : combine([
            health,
            part('health', 'answerHealth', {
              takes: 'Answer answerFirst Listener onServer',
              gives: 'health',
            }),
            askedServices(project, code),
          ]),
    facts.signals || !code
      ? {}
      : combine([
          shutdown,
          part('shutdown', 'shutDownGracefully', { takes: 'Listener onServer', closes: true }),
        ]),
  ]);
}
