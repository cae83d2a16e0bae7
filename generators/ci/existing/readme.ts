import { installingOf, managerOf } from '../../../lib/existing/installing.ts';
import { tableRows } from '../../../lib/lines.ts';
import { readmeOf } from '../../../lib/shared/readme-file.ts';
import type { Declarations, Project } from '../../../lib/types.ts';

/** The project's real commands in the README, where they are not told yet. */
export function readmeRows(project: Project): Declarations {
  const { facts, theirs } = project;
  const commands: readonly (readonly [string | undefined, string])[] = [
    [managerOf(project)?.everyday(installingOf(project)), 'Install the dependencies'],
    [facts.build?.value, 'Build'],
    [facts.lint?.value, 'Check style and common mistakes'],
    [facts.test?.value, 'Run the tests'],
  ];
  const text = theirs.read(readmeOf(theirs) ?? '') ?? '';
  const missing = commands.flatMap(([command, about]) =>
    command === undefined || isTold(text, command) ? [] : [[`\`${command}\``, [about]] as const],
  );
  return { rows: tableRows('Commands', 0, Object.fromEntries(missing)) };
}

/** `npm run test` is told by `npm test`, too. */
const isTold = (text: string, command: string): boolean =>
  text.includes(command) || text.includes(command.replace(/^npm run (test|start)$/, 'npm $1'));
