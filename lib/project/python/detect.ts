import { defined, fact } from '../../facts.ts';
import type { Facts, Files } from '../../types.ts';
import { ciOf } from '../ci.ts';
import { environmentFact, settingsOf } from '../environment.ts';
import { healthNamed } from '../health-named.ts';
import type { Repository } from '../repository.ts';
import { stackOf } from './application/stack.ts';
import { buildOf, coverageOf, migrateOf } from './checks/build.ts';
import { lintFacts } from './checks/lint.ts';
import { testOf } from './checks/tests.ts';
import { composeOf } from './compose.ts';
import { dockerfileOf } from './files.ts';
import { type Gathered, gather } from './gathered.ts';
import { kindOf, lockOf, placesOf } from './kind.ts';
import { loaderOf, loggerOf } from './libraries.ts';
import { managerVersionOf } from './manager-version.ts';
import { notesOf } from './notes.ts';
import { portFacts, portSpoken } from './port/find.ts';
import { processesOf } from './processes/find.ts';
import { healthOf } from './routes/health.ts';
import { runtimeOf, runtimeVersionOf } from './runtime/choose.ts';
import { secretsOf } from './secrets/find.ts';
import { servicesOf } from './services.ts';
import { signalsOf } from './signals.ts';
import { type Started, startedBy } from './start/choose.ts';
import { servable } from './start/composed.ts';
import { defaultsOf, sparedOf, variablesOf } from './variables/facts.ts';

const standardPort = 8000;

/**
 * What the files of a Python project tell, each fact with where it stands. Throws ImagineError where
 * a manifest or a compose file can't be read.
 */
export async function detectPython(
  files: Files,
  around: Repository = { root: '', files, path: '' },
): Promise<Facts> {
  const gathered = await gather(files, around);
  const started = await startedBy(gathered, portSpoken(gathered) ?? standardPort);
  const compose = composeOf(files);
  const facts = defined({
    ...ofManifests(gathered),
    ...(await ofProcess(gathered, started)),
    ...(await portFacts(gathered, started.start, started.main, compose?.value)),
    ...ofCode(gathered),
    services: await servicesOf(gathered, compose?.value),
    ci: ciOf(around),
    dockerfile: dockerfileOf(files, gathered.manifests.base),
    compose,
    environment: environmentFact(settingsOf(files)),
  });
  const notes = notesOf(gathered, facts);
  return notes.length > 0 ? { ...facts, notes } : facts;
}

const ofManifests = (gathered: Gathered) => {
  const { files, manifests, manager, chosen, modules } = gathered;
  const shown = manifests.paths[0] ?? modules[0]?.path;
  return {
    stack: stackOf(chosen),
    source: shown === undefined ? undefined : fact('python' as const, `${shown}:1`),
    kind: kindOf(gathered),
    packageManager: manager,
    packageManagerVersion: managerVersionOf(files, manifests, manager?.value),
    lock: lockOf(gathered),
    runtimeVersion: runtimeVersionOf(files, manifests),
    runtime: runtimeOf(files, manifests),
    build: buildOf(gathered),
    test: testOf(gathered),
    ...lintFacts(gathered),
    coverage: coverageOf(gathered),
    migrate: migrateOf(gathered),
  };
};

const ofProcess = async (gathered: Gathered, { start, application, main }: Started) => {
  const entry = main?.path ?? application?.path;
  return {
    application: application && fact(application.target, application.place),
    entry:
      entry === undefined
        ? undefined
        : fact(
            entry,
            start?.composed ? (application?.place ?? `${entry}:1`) : (start?.place ?? `${entry}:1`),
          ),
    start: start && fact(start.words, start.place),
    servable: start ? undefined : servable(gathered, application),
    processes: await processesOf(gathered, start),
    ...placesOf(gathered, application, main),
  };
};

const ofCode = (gathered: Gathered) => {
  const { files, modules, reads } = gathered;
  const health = healthOf(gathered);
  const sources = modules.map(({ path }) => ({ path, text: files.read(path) ?? '' }));
  return {
    variables: variablesOf(reads),
    defaults: defaultsOf(reads),
    spared: sparedOf(reads),
    health,
    healthNamed: health ? undefined : healthNamed(sources),
    signals: signalsOf(modules),
    secrets: secretsOf(files, modules, reads),
    logger: loggerOf(gathered),
    loader: loaderOf(gathered),
  };
};
