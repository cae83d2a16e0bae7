import { attachedTo } from '../../../lib/existing/attached.ts';
import { isLocked, managerOf, manifestOf } from '../../../lib/existing/installing.ts';
import type { Note, Project } from '../../../lib/types.ts';
import { missingProgram } from './installed.ts';
import { isBefore } from './setup.ts';
import { stepsOf } from './steps.ts';
import { typesNote } from './types.ts';

/** What CI would do, if the project had it. */
export function notesOf(project: Project): readonly Note[] {
  const { facts } = project;
  const file = condaOf(project) ?? manifestOf(project);
  const steps = stepsOf(project);
  const linter = facts.lint && missingProgram(project, facts.lint.value);
  const missing: readonly (readonly [boolean, string])[] = [
    [
      managerOf(project) !== undefined && !isLocked(project),
      'no lock file is in git, so CI installs what is newest: commit one',
    ],
    [
      isBefore(facts.runtime?.value ?? '', 7),
      `no machine of GitHub has Python ${facts.runtime?.value} any more, so CI fails until the project moves on`,
    ],
    [
      linter !== undefined,
      `${linter} is set up, but no dependency brings it, so CI does not run it: add it`,
    ],
    [
      steps.some(({ isReport }) => isReport),
      `nothing sets ${facts.linter?.value} up, so CI shows what it finds and fails for none of it: configure it, and take \`continue-on-error\` out once it passes`,
    ],
    [
      // Django's own runner makes the tables by itself.
      Boolean(facts.migrate && facts.test && !facts.manage) && attachedTo(project).length > 0,
      `tests that need tables need a step before them: \`${facts.migrate?.value}\``,
    ],
    [
      !facts.lint,
      facts.linter
        ? `no script runs ${facts.linter.value} by itself, so CI checks no style: add one, and a step for it`
        : 'no linter was found, so CI checks no style: add one, and a step for it',
    ],
    [!facts.test, 'no tests were found, so CI runs none: add a test command, and a step for it'],
    [
      Boolean(facts.test) && !steps.some(({ title }) => title.includes('coverage')),
      'coverage of the tests is not measured in CI: add a command that reports it',
    ],
  ];
  const told = missing.filter(([is]) => is).map(([, message]) => ({ file, message }));
  return [...unlisted(project), ...told, ...typesNote(project)];
}

/** The list of conda's, where it is the only one. */
const condaOf = (project: Project): string | undefined =>
  managerOf(project) || isThere(project)
    ? undefined
    : project.theirs.list().find((path) => /^(?:environment|conda)\.ya?ml$/.test(path));

const isThere = (project: Project): boolean => project.theirs.list().includes(manifestOf(project));

/** Why CI installs nothing: no list, one of conda's, or one that could not be read. */
function unlisted(project: Project): readonly Note[] {
  if (managerOf(project) !== undefined) return [];
  const conda = condaOf(project);
  const nothing =
    'nothing lists what the project depends on, so CI installs nothing: add a list of it';
  const ofConda =
    'lists what the project depends on for conda, which CI does not set up: add a step that does, or a list for pip';
  const message = isThere(project)
    ? 'could not be read, so CI installs nothing of what it lists'
    : conda
      ? ofConda
      : nothing;
  return [{ file: conda ?? manifestOf(project), message }];
}
