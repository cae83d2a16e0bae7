import { attachedTo, variablesFor } from '../../../lib/existing/attached.ts';
import type { Project } from '../../../lib/types.ts';

/**
 * A step that gives services the names that they have in the user's compose file, where the code
 * has these written down and no variable says otherwise.
 */
export function hostsStep(project: Project): readonly string[] {
  const names = attachedTo(project).flatMap((each) => {
    const { composed } = each;
    const told = Object.keys(variablesFor(project, [each])).length > 0;
    return composed !== undefined && !told && isWritten(project, composed) ? [composed] : [];
  });
  if (names.length === 0) return [];
  const line = `echo "127.0.0.1 ${names.join(' ')}" | sudo tee --append /etc/hosts`;
  return [`- name: Name the services as compose does\n  run: ${line}`];
}

/** Whether the code names a host: alone in a text, or in an address. */
function isWritten({ theirs }: Project, host: string): boolean {
  const name = host.replaceAll(/[^\w-]/g, '');
  const written = new RegExp(`["']${name}["']|(?:@|://)${name}[:/]`);
  return theirs
    .list()
    .some((path) => /\.(?:py|[cm]?[jt]s)$/.test(path) && written.test(theirs.read(path) ?? ''));
}
