import { servingOf } from '../../../lib/existing/serving.ts';
import type { Declarations, Project } from '../../../lib/types.ts';

/** The server of a project without anybody's choice. */
const standing = 'gunicorn';

/** A server in code that is there: what starts it already stays; one that was asked for is told. */
export const otherServer =
  (name: string) =>
  (project: Project): Declarations => {
    const { stack, facts } = project;
    const words = servingOf(project)?.words ?? [];
    if (name === (stack.defaults?.server ?? standing) || words.includes(name)) return {};
    const instead = words[0] ? `: the project starts with ${words[0]}` : '';
    const message = `${name} is left to you${instead}`;
    return { notes: [{ file: facts.entry?.value ?? stack.language.manifest, message }] };
  };
