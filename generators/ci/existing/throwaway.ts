import type { Attached } from '../../../lib/existing/attached.ts';
import { isSecretName } from '../../../lib/project/secrets.ts';
import type { Project } from '../../../lib/types.ts';

/** What says nothing to a test there: prose, locks, a developer's own `.env`, what tools keep, and how services are started. */
const silent =
  /\.(?:md|mdx|rst|lock)$|^\.imagine\/|(?:^|\/)\.(?:env|yo-rc\.json|\w*ignore)$|(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$|lock\.(?:json|yaml)$/;
const own = 'only-for-tests';

/** A service whose passwords are of the workflow's own, unless the project names the user's elsewhere. */
export function withOwnPasswords(project: Project, each: Attached): Attached {
  if (each.composed === undefined) return each;
  const entries = Object.entries(each.environment).map(([name, value]) => {
    const isKept = !isSecretName(name) || value === '' || isNamed(project, value);
    return [name, isKept ? value : own] as const;
  });
  const environment = Object.fromEntries(entries);
  return { ...each, environment, login: each.container.login(environment) };
}

/** Whether some file that a test may follow has the value as a word. */
function isNamed({ theirs }: Project, value: string): boolean {
  const pattern = value.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  const word = new RegExp(`(?<![\\w-])${pattern}(?![\\w-])`);
  return theirs.list().some((path) => !silent.test(path) && word.test(theirs.read(path) ?? ''));
}
