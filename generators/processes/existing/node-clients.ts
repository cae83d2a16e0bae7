import { lines } from '../../../lib/lines.ts';
import type { Code } from '../../../lib/retrofit/code.ts';
import { type Module, moduleOf, specifier } from '../../../lib/retrofit/module.ts';
import { reachedFrom } from '../../../lib/retrofit/reached.ts';
import { askedAtReady } from '../../../lib/retrofit/readiness.ts';
import type { Project } from '../../../lib/types.ts';
import { clients } from './clients/catalog.ts';
import type { Client } from './clients/client.ts';
import { type Sole, soleOf } from './sole.ts';
import type { Asking } from './unasked.ts';

const template = 'processes/templates/existing/node/service-checks';

/** What asks through the code's own clients, each where it is the one that the code has. */
export function askedClients(project: Project, code: Code): readonly Asking[] {
  const declared = clients.filter(({ package: name, services }) => {
    const isNamed = (project.theirs.read('package.json') ?? '').includes(`"${name}"`);
    return isNamed && services.some((each) => project.facts.services?.value.includes(each));
  });
  if (declared.length === 0 || !canImport(project, code)) return [];
  const reached = reachedFrom(project, code.entry);
  const module = moduleOf(project, code, template, ['service-checks', 'readiness-checks']);
  return declared.flatMap((client) => {
    const sole = soleOf(reached, code, client);
    const isSure = sole && (!sole.pattern.includes('default') || hasDefaults(project, code));
    return isSure ? [asking(project, code, module, client, sole)] : [];
  });
}

/** The kinds of modules that the compiler is told to make. */
const compiledTo = ({ theirs }: Project): readonly string[] =>
  theirs
    .list()
    .filter((path) => /^tsconfig[\w.-]*\.json$/.test(path))
    .flatMap((path) => /"module"\s*:\s*"(\w+)"/.exec(theirs.read(path) ?? '')?.[1] ?? [])
    .map((kind) => kind.toLowerCase());

/** Whether the compiler takes `import()`: not for modules of its first form. */
const canImport = (project: Project, { flavour }: Code): boolean =>
  flavour !== 'ts' || !compiledTo(project).some((kind) => /^es(?:6|2015)$/.test(kind));

/** Whether `import()` gives a default as its file does: Node wraps one that became CommonJS. */
function hasDefaults(project: Project, { flavour }: Code): boolean {
  if (flavour !== 'ts' || project.facts.module?.value === 'esm') return true;
  const kinds = compiledTo(project);
  return kinds.length > 0 && kinds.every((kind) => kind === 'commonjs');
}

function asking(project: Project, code: Code, module: Module, client: Client, sole: Sole): Asking {
  const { path } = module.file;
  const source = specifier(project, code.flavour, path, sole.path);
  return {
    services: client.services,
    declarations: {
      files: [module.file],
      lines: [
        ...lines(`${path}#checks`, [functionOf(code, client, sole, source)]),
        ...lines(`${path}#names`, [client.check]),
        ...askedAtReady(project, code, module, client.check),
      ],
    },
  };
}

/** The function that asks, as a file of that flavour has it. */
function functionOf({ flavour }: Code, client: Client, sole: Sole, source: string): string {
  const { check, ask, needs } = client;
  const { name, pattern } = sole;
  const taking = (names: string, from: string): string =>
    flavour === 'cjs'
      ? `  const ${names} = require('${from}');`
      : `  const ${names} = await import('${from}');`;
  return [
    '',
    `/** Rejects while what \`${name}\` speaks to does not answer. */`,
    `${flavour === 'cjs' ? '' : 'export '}async function ${check}()${flavour === 'ts' ? ': Promise<void>' : ''} {`,
    ...(needs ? [taking(`{ ${needs.name} }`, needs.from)] : []),
    taking(pattern, source),
    `  await ${ask(name)};`,
    '}',
  ].join('\n');
}
