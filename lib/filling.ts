import { exampleFile } from './example-file.ts';
import type { Filling } from './render.ts';
import type { Declarations, Project } from './types.ts';

/** What fills the holes of the template of one file: facts of the project, and the declared lines. */
export function fillingOf(project: Project, all: Declarations, path: string): Filling {
  const { name, port, stack, manager } = project;
  const values: Readonly<Record<string, string>> = {
    name,
    port: String(port),
    'admin-port': '3001',
    runtime: stack.runtime,
    'runtime-pin': stack.pin ?? stack.runtime,
    install: stack.language.install(project),
    'install-locked': `${manager.installLocked} ${manager.withoutScripts}`.trim(),
    'install-production': `${manager.installProduction} ${manager.withoutScripts}`.trim(),
    manifests: manager.manifests.join(' '),
    cache: manager.cache,
    'ci-cache': manager.ciCache,
    ecosystem: manager.ecosystem,
    'lock-file': manager.lockFile,
    'env-example': exampleFile(project),
  };
  return {
    value: (key) => (key.startsWith('run:') ? manager.run(key.slice(4)) : values[key]),
    block: (hole) => linesFor(all, `${path}#${hole}`),
    indent: path.endsWith('.py') ? '    ' : '  ',
  };
}

/** The lines declared for a hole, in rank order, then by their text; the same line once. */
function linesFor({ lines = [] }: Declarations, at: string): readonly string[] {
  const found = lines.filter((line) => line.at === at);
  const sorted = found.sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : 1));
  return [...new Set(sorted.map(({ text }) => text))];
}
