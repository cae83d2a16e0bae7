import { combine } from '../../../lib/declare.ts';
import { lines } from '../../../lib/lines.ts';
import { type Added, addOn } from '../../../lib/retrofit/add-on.ts';
import { environmentName } from '../../../lib/retrofit/environment.ts';
import type { PythonModule } from '../../../lib/retrofit/python.ts';
import type { Declarations, Project } from '../../../lib/types.ts';
import { dashboards } from '../existing.ts';

/** Templates of Python code, below `generators/`. */
export const folder = 'admin-dashboard/templates/existing/python';

/** What is left to the user, and why. */
export const lacking = ({ facts, stack }: Project, title: string, what: string): Declarations => ({
  notes: [
    {
      file: facts.entry?.value ?? stack.language.manifest,
      message: `${title} is left to you: ${what}`,
    },
  ],
});

/** Why nothing was added to code that is not known well enough. */
export const noPlace = 'no place was found where it is sure to be right';

/** The part that answers all dashboards' addresses. */
export const mounted = (project: Project): Added | undefined =>
  addOn(project, {
    folder: `${folder}/dashboards`,
    templates: ['django', 'flask', 'starlette'],
    names: ['dashboards', 'web_dashboards'],
    verb: 'add_dashboards',
    middleware: 'DashboardsMiddleware',
  });

/** A page among the addresses: its module, and its line in the part that answers. */
export function page(
  { module, declarations }: Added,
  own: PythonModule,
  name: string,
): Declarations {
  const { path } = module.file;
  return combine([
    dashboards,
    { variables: [environmentName], files: [own.file] },
    declarations,
    {
      lines: [
        ...lines(`${path}#modules`, [`from ${own.name} import PAGES as ${name}`]),
        ...lines(`${path}#pages`, [`**${name}`]),
      ],
    },
  ]);
}

/** What brings an admin, by framework. */
const admins: Readonly<Record<string, string>> = {
  django: 'add django.contrib.admin to INSTALLED_APPS, and admin.site.urls to the addresses',
};

/** Django's admin, which a project has or has not. */
export function pythonAdmin(project: Project): Declarations {
  const { facts, theirs } = project;
  const settings = facts.settings?.value;
  if (settings && theirs.read(settings)?.includes('django.contrib.admin')) return {};
  return lacking(project, 'Admin', admins[facts.stack?.value ?? ''] ?? 'Django alone brings one');
}
