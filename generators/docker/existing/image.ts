import { servingOf } from '../../../lib/existing/serving.ts';
import { collectingBare } from '../../../lib/existing/static.ts';
import { lines } from '../../../lib/lines.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import type { Build } from './build.ts';
import { nodeBuild } from './node.ts';
import { listens, placeOf } from './place.ts';
import { pythonBuild } from './python.ts';
import { startOf } from './start.ts';
import { startsEntry } from './starts-entry.ts';

const builds: Readonly<Record<'node' | 'python', (project: Project) => Build>> = {
  node: nodeBuild,
  python: pythonBuild,
};

/** A Dockerfile for the real process on the real port. */
export function image(project: Project): Declarations {
  const { facts, port, stack } = project;
  const { folder } = placeOf(project);
  const { base = [], manager, build, settings, probe } = builds[stack.language.name](project);
  const serving = servingOf(project)?.words ?? [];
  const { environment, command } = startOf(serving);
  const name = facts.portVariable?.value;
  const variables = [...(name ? [`${name}=${port}`] : []), ...hostOf(project), ...environment];
  const collect = collectingBare(project);
  const left = stack.language.buildsBare || collect ? undefined : facts.build?.value;
  const message = `\`${left}\` may need the environment, so the build leaves it out: add it if it needs none`;
  const notes = left ? [{ file: 'Dockerfile', message }] : [];
  const hole = (at: string, texts: readonly string[]) => lines(`Dockerfile#${at}`, texts);
  return {
    trees: [{ folder: `docker/templates/existing/${stack.language.name}`, existing: 'keep' }],
    lines: [
      ...hole('base', base),
      ...hole('tools', manager),
      ...hole('steps', build),
      ...hole('settings', [
        ...settings,
        ...(variables.length > 0 ? [`ENV ${variables.join(' ')}`] : []),
      ]),
      ...hole('folder', [
        ...(collect ? [runIn(collect)] : []),
        ...(folder === '' ? [] : [`WORKDIR /app/${folder}`]),
      ]),
      ...hole('ports', listens(project) ? [`EXPOSE ${port}`] : []),
      ...healthLines(project, (address) => probe(probedBy(serving.join(' '), name), address)),
      ...hole('command', [`CMD ${words(command)}`]),
    ],
    notes,
  };
}

/** A step of a command; one that begins in another folder is run there. */
function runIn(command: string): string {
  const [, folder, rest] = /^cd (\S+) && (.+)$/.exec(command) ?? [];
  return folder ? `WORKDIR /app/${folder}\nRUN ${rest}\nWORKDIR /app` : `RUN ${command}`;
}

/** The variable of the port that a probe asks: what the command line names goes first; '' where it has a number. */
function probedBy(line: string, name = ''): string {
  const [, named] = /\$\{?(\w*PORT)\b/.exec(line) ?? [];
  const isFixed = /(?:^|\s)(?:--port|--bind|-b|-p)[= ](?:\S*:)?\d{2,5}(?:\s|$)/.test(line);
  return named ?? (isFixed ? '' : name);
}

/** A probe of the address that the code answers, or of the tool's own where its lines stand in the code. */
function healthLines(project: Project, probe: (address: string) => readonly string[]) {
  const line = (address: string): readonly string[] => [
    `${healthcheck}\n  CMD ${words(probe(address))}`,
  ];
  const own = project.facts.health?.value;
  if (!listens(project)) return [];
  if (own !== undefined) return lines('Dockerfile#health', line(own));
  if (!startsEntry(project)) return [];
  return lines('Dockerfile#health', line('/healthz')).map((each) => ({ ...each, given: 'health' }));
}

const healthcheck = 'HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \\';

/** A list of words in exec form. */
const words = (all: readonly string[]): string =>
  `[${all.map((word) => JSON.stringify(word)).join(', ')}]`;

/** Where code that listens on this machine alone can be told otherwise. */
function hostOf({ facts }: Project): readonly string[] {
  const name = ['HOST', 'HOSTNAME', 'BIND_HOST'].find((each) =>
    facts.variables?.value.includes(each),
  );
  return name && /^(?:127\.|localhost)/.test(facts.host?.value ?? '') ? [`${name}=0.0.0.0`] : [];
}
