import { type Application, bestOf } from '../application/choose.ts';
import { djangoApplication } from '../application/django.ts';
import type { Gathered } from '../gathered.ts';
import { requirementOf } from '../manifests/read.ts';
import { tableAt } from '../manifests/toml.ts';
import type { Module } from '../syntax/types.ts';
import { composed, placed } from './composed.ts';
import { applicationNamedIn } from './named.ts';
import type { Around, Found } from './real.ts';
import { recipeIn, scriptsNamed } from './scripts.ts';
import { namedByCall, servingCall } from './serves.ts';
import { startIn } from './sources.ts';
import { withIni } from './uwsgi.ts';

/** How the project is started, and the application that this serves. */
export interface Started {
  readonly start?: Found;
  readonly application?: Application;
  /** The module that the process begins with, where a file is run. */
  readonly main?: Module;
}

/** Finds the process and the application: what starts it names the one, else the code does. */
export async function startedBy(gathered: Gathered, port: number): Promise<Started> {
  const { files, naming } = gathered;
  const around = aroundOf(gathered);
  const written =
    (await startIn(gathered, around)) ?? (await startIn(gathered, { ...around, lenient: true }));
  const named = written && applicationNamedIn(withIni(files, written.words), naming, written.place);
  const main = written ? mainOf(gathered, written.words) : selfServing(gathered);
  const application = named ?? servedBy(gathered, main) ?? applicationIn(gathered);
  const start =
    placed(gathered, written, named) ??
    runsItself(gathered, main) ??
    composed(gathered, application, port);
  return {
    ...(start && { start }),
    ...(application && { application }),
    ...(main && { main }),
  };
}

/** The application object, from settings or from where it is made. */
function applicationIn({ chosen, candidates, modules, naming, manifests }: Gathered) {
  const best = bestOf(candidates, chosen?.framework, modules, naming);
  if (chosen?.framework.name !== 'django') return best;
  const asgi = requirementOf(manifests, 'uvicorn', 'daphne', 'hypercorn', 'channels');
  const wsgi = requirementOf(manifests, 'gunicorn', 'uwsgi', 'waitress', 'mod-wsgi');
  const order = asgi && !wsgi ? (['asgi', 'wsgi'] as const) : (['wsgi', 'asgi'] as const);
  const found = order.map((protocol) => djangoApplication(modules, naming, protocol));
  return found.find((each) => each !== undefined) ?? best;
}

const moduleAt = ({ modules, naming }: Gathered, target: string): Module | undefined =>
  modules.find(({ path }) => path === target || path.endsWith(`/${target}`)) ??
  modules.find(({ path }) => [target, `${target}.__main__`].includes(naming.dotted(path)));

function mainOf(gathered: Gathered, words: readonly string[]): Module | undefined {
  if (!/^python/.test(words[0] ?? '')) return undefined;
  const target = words[1] === '-m' ? words[2] : words.find((word) => word.endsWith('.py'));
  return target === undefined ? undefined : moduleAt(gathered, target.replace(/^\.\//, ''));
}

/** A module that serves its application itself when it is run. */
const selfServing = ({ modules, chosen }: Gathered): Module | undefined =>
  modules.find(
    (module) =>
      servingCall(module, chosen?.framework.name) !== undefined &&
      [...module.texts].some(({ text }) => text === '__main__'),
  );

/** What `uvicorn.run("shop.main:app")` in the module that runs names. */
function servedBy(gathered: Gathered, main: Module | undefined): Application | undefined {
  const call = main && servingCall(main, gathered.chosen?.framework.name);
  const named = call && namedByCall(call);
  if (!main || !named?.includes(':')) return undefined;
  const words = ['uvicorn', named, ...(call?.keywords.factory ? ['--factory'] : [])];
  return applicationNamedIn(words, gathered.naming, `${main.path}:${call?.line}`);
}

function runsItself(gathered: Gathered, main: Module | undefined): Found | undefined {
  const call = main && servingCall(main, gathered.chosen?.framework.name);
  if (!call || requirementOf(gathered.manifests, 'gunicorn')) return undefined;
  const { naming, manifests } = gathered;
  const inPackage = naming.dotted(main.path).includes('.');
  const words =
    inPackage && naming.root(main.path) === manifests.base
      ? ['python', '-m', naming.dotted(main.path).replace(/\.__main__$/, '')]
      : ['python', main.path];
  return { words, place: `${main.path}:${call.line}` };
}

function aroundOf(gathered: Gathered): Around {
  const { files, chosen, manifests } = gathered;
  const serves = (target: string): boolean => {
    const module = moduleAt(gathered, target.replace(/^\.\//, ''));
    return module !== undefined && servingCall(module, chosen?.framework.name) !== undefined;
  };
  const scripts = {
    ...tableAt(manifests.pyproject?.table, 'project', 'scripts'),
    ...tableAt(manifests.pyproject?.table, 'tool', 'poetry', 'scripts'),
  };
  const serving = Object.entries(scripts).filter(([, target]) =>
    serves(String(target).split(':')[0] ?? ''),
  );
  return {
    script: (name) => {
      const [path] = scriptsNamed(files, name);
      return path === undefined ? undefined : { path, text: files.read(path) ?? '' };
    },
    recipe: (target) => recipeIn(files, manifests.base, target),
    serves: ({ path, module }) => serves(path ?? module ?? ''),
    scripts: new Set(serving.map(([name]) => name)),
  };
}
