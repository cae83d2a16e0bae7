import { defined, type Facts, fact } from '../../facts.ts';
import { bun } from '../../managers/bun.ts';
import { nodeManagers } from '../../managers/catalog.ts';
import { npm } from '../../managers/npm.ts';
import type { Files } from '../../types.ts';
import { ciOf } from '../ci.ts';
import { composeOf, imageTraces } from '../compose.ts';
import { dockerfileFact } from '../dockerfile.ts';
import { environmentFact, urlTraces } from '../environment.ts';
import { healthNamed } from '../health-named.ts';
import type { Repository } from '../repository.ts';
import { servicesFrom } from '../services.ts';
import { commandsOf } from './commands.ts';
import { configuredReads } from './configured.ts';
import { entryOf, moduleOf, sourceOf } from './entry.ts';
import { frameworkName } from './frameworks.ts';
import { fromEntry } from './graph.ts';
import { type Ground, groundOf } from './ground.ts';
import { healthOf } from './health.ts';
import { kindNotes, kindOf } from './kind.ts';
import { layoutOf } from './layout.ts';
import { managerOf } from './manager.ts';
import { placeIn } from './manifest.ts';
import { packagesOf } from './members.ts';

import { nxNotes } from './nx.ts';
import { packageOf } from './package.ts';
import { mountOf, signalsIn } from './process.ts';
import { processesOf } from './processes.ts';
import { runtimeOf } from './runtime.ts';
import { secretsIn } from './secrets.ts';
import { codeTraces, driverTraces, prismaTraces, sequelizeTraces } from './services.ts';
import { servingFirst } from './serving.ts';
import { type Started, startOf } from './start.ts';
import { toolsOf } from './tools.ts';
import { variablesIn } from './variables.ts';
import { webOf } from './web.ts';

const runners = [...nodeManagers, bun];

/** What the files of a Node project tell. */
export async function detectNode(files: Files, around: Repository): Promise<Facts> {
  const ground = await groundOf(files, around);
  const managed = managerOf(ground);
  const row = runners.find(({ name }) => name === managed.packageManager?.value) ?? npm;
  const parts: readonly Facts[] = [
    managed,
    await runtimeOf(ground),
    placeFacts(ground),
    defined({ packages: await packagesOf(ground.manifest, ground.code, around) }),
    processFacts(ground, row),
    toolsOf(ground, row),
  ];
  const notes = [...ground.code.notes(), ...parts.flatMap((part) => part.notes ?? [])];
  return { ...Object.assign({}, ...parts), notes };
}

type Row = (typeof runners)[number];

/** What stands in files of its own, or all over the code. */
function placeFacts(ground: Ground): Facts {
  const { manifest, text, files, around, code, docker, services, settings, framework, configured } =
    ground;
  const health = healthOf(code, files);
  const traces = [
    ...driverTraces(manifest, text),
    ...prismaTraces(files),
    ...codeTraces(code),
    ...sequelizeTraces(files),
    ...urlTraces(settings),
    ...imageTraces(services),
  ];
  return defined({
    stack: framework && fact(frameworkName(framework), placeIn(text, 'dependencies', framework)),
    services: servicesFrom(traces),
    environment: environmentFact(settings),
    secrets: secretsIn(code, ground.exposed),
    signals: signalsIn(code),
    health,
    healthNamed: health ? undefined : healthNamed(code.sources),
    ci: ciOf(around),
    dockerfile: dockerfileFact(docker),
    compose: composeOf(files),
    ...variablesIn(code, files, configuredReads(configured)),
  } as Facts);
}

/** Whether the code takes the framework in: then it serves, though no line of its own listens. */
const isUsed = (code: Ground['code'], framework: string | undefined): boolean =>
  framework !== undefined &&
  code.sources.some(
    ({ text }) => text.includes(`'${framework}'`) || text.includes(`"${framework}"`),
  );

/** What listens in some packages: another one of the workspace is started by itself. */
const ofPackage = (files: Files, all: Ground['listening'], ...packages: readonly string[]) =>
  all.filter(({ mount }) => packages.includes(packageOf(files, mount.file)));

/** What pm2 gives the process that serves. */
const managedSettings = ({ pm2 }: Ground, start: Started | undefined) =>
  pm2.find(({ command }) => command === start?.words.join(' '))?.settings ?? [];

/** How it starts, and where it listens; nothing of that where it is no service. */
function processFacts(ground: Ground, row: Row): Facts {
  const { manifest, text, files, code, listening: all, framework, configured } = ground;
  const own = ofPackage(files, all, '');
  const layout = layoutOf(files, manifest, own[0]?.mount.file, isUsed(code, framework));
  const start = startOf({ ...ground, layout, pm2: servingFirst(ground, layout) });
  const entry = entryOf(layout, start, own);
  const started = packageOf(files, entry?.value ?? '');
  const listening = fromEntry(code, ofPackage(files, all, '', started), entry?.value);
  const kind = kindOf(manifest, text, framework, listening, start);
  const stack = framework && frameworkName(framework);
  const serves = kind.value === 'service';
  const web = serves
    ? webOf({
        ...ground,
        settings: [...managedSettings(ground, start), ...ground.settings],
        listening,
        stack,
        start,
        variables: variablesIn(code, files, configuredReads(configured)),
      })
    : {};
  return defined({
    ...commandsOf(manifest, text, row, start, layout.output),
    ...web,
    kind,
    entry,
    source: sourceOf(code, entry?.value),
    module: moduleOf(manifest, files, code, entry?.value),
    output: layout.output === undefined ? undefined : fact(layout.output, layout.at ?? ''),
    start: serves && start ? fact(start.words, ...start.at) : undefined,
    processes: serves ? processesOf(ground) : undefined,
    mount: serves ? mountOf(code, stack, listening[0]?.mount) : undefined,
    notes: [...(web.notes ?? []), ...kindNotes(kind), ...nxNotes(files, all, entry?.value)],
  });
}
