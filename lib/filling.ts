import type { Filling } from './render.ts';
import type { Declarations, Project } from './types.ts';

/** What fills the holes of the template of one file: facts of the project, and the declared lines. */
export function fillingOf(project: Project, all: Declarations, path: string): Filling {
  const { name, port, stack, manager } = project;
  const values: Readonly<Record<string, string>> = {
    name,
    port: String(port),
    'admin-port': String(port + 1),
    runtime: stack.runtime,
    install: manager.install,
  };
  return {
    value: (key) => (key.startsWith('run:') ? manager.run(key.slice(4)) : values[key]),
    block: (hole) => blockOf(all, `${path}#${hole}`),
  };
}

/** The lines declared for a hole, in rank order, then by their text; the same line once. */
function blockOf({ lines = [] }: Declarations, at: string): string | undefined {
  const found = lines.filter((line) => line.at === at);
  const sorted = found.sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : 1));
  const texts = [...new Set(sorted.map(({ text }) => text))];
  return texts.length === 0 ? undefined : texts.join('\n');
}
