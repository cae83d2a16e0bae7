import { installingOf } from '../../../lib/existing/installing.ts';
import { lines } from '../../../lib/lines.ts';
import type { Declarations, Line, Project } from '../../../lib/types.ts';
import { containerLines } from './containers.ts';
import { hostsStep } from './hosts.ts';
import { notesOf } from './notes.ts';
import { packagesStep } from './packages.ts';
import { setupOf } from './setup.ts';
import { type Step, stepsOf } from './steps.ts';

/** A workflow of this project alone, at the root of its repository. */
export function workflow(project: Project): Declarations {
  const { stack, surroundings } = project;
  const { up, folder } = surroundings;
  const name = folder === '' ? 'ci.yml' : `${folder.replaceAll('/', '-')}.yml`;
  const into = `${up}.github/workflows`;
  return {
    trees: [
      {
        folder: `ci/templates/existing/${stack.language.name}`,
        into,
        names: { 'ci.yml': name },
        existing: 'keep',
      },
    ],
    lines: linesOf(project, `${into}/${name}`),
    notes: notesOf(project),
  };
}

function linesOf(project: Project, file: string): readonly Line[] {
  const { branch, folder } = project.surroundings;
  const { machine, before, runtime, between, install } = setupOf(project);
  const steps = [
    ...between,
    ...install,
    ...packagesStep(project),
    ...stepsOf(project).map(stepText),
  ];
  const below = folder === '' ? [] : [folder];
  return [
    ...lines(`${file}#name`, [folder === '' ? 'name: CI' : `name: CI (${folder})`]),
    ...lines(`${file}#branches`, [branch]),
    ...lines(`${file}#machine`, [`runs-on: ${machine}`]),
    ...lines(
      `${file}#paths`,
      below.flatMap((path) => filterOf(project, path, file)),
    ),
    ...lines(
      `${file}#folder`,
      below.map((path) => `defaults:\n  run:\n    working-directory: ${path}`),
    ),
    ...containerLines(project, file),
    ...lines(`${file}#before`, [...hostsStep(project), ...before]),
    ...lines(`${file}#runtime`, runtime),
    ...lines(`${file}#steps`, steps),
  ];
}

/** What a change must touch: the folder; in a workspace all but the other apps. */
function pathsOf(project: Project, folder: string, file: string): readonly string[] {
  const { facts } = project;
  const isAlone = !installingOf(project).lock?.startsWith('../');
  if (isAlone) return [`${folder}/**`, file.replace(/^(?:\.\.\/)+/, '')];
  const others = (facts.apps?.value ?? []).filter((app) => app !== folder);
  return others.length > 0 ? ['**', ...others.map((app) => `!${app}/**`)] : [];
}

/** The filter of an event, where there is one. */
function filterOf(project: Project, folder: string, file: string): readonly string[] {
  const paths = pathsOf(project, folder, file).map((path) => `"${path}"`);
  return paths.length > 0 ? [`paths: [${paths.join(', ')}]`] : [];
}

const stepText = ({ title, run, isReport }: Step): string =>
  `- name: ${title}\n  run: ${scalar(run)}${isReport ? '\n  continue-on-error: true' : ''}`;

/** A command as a YAML scalar: plain, unless it would be read as something else. */
const scalar = (run: string): string =>
  /: |\s#|^[\s"'&*!|>%@`[\]{},?-]|:$/.test(run) ? `'${run.replaceAll("'", "''")}'` : run;
