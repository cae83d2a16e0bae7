import type { Project, Splice } from '../types.ts';

/** An item (code) as the first of Django's one list of middleware that all settings build on; undefined where there are several. */
export function besideMiddleware(project: Project, item: string): Splice | undefined {
  const path = settingsOf(project);
  if (!path) return undefined;
  return {
    path,
    code: true,
    otherwise: { file: path, message: `put ${item} first in MIDDLEWARE` },
    edit: async (text) => {
      const { addToList, load } = await import('../documents/python.ts');
      await load();
      return addToList(text, { name: 'MIDDLEWARE', item, at: 'start' });
    },
  };
}

/** The one file whose list of middleware is no change of another's. */
function settingsOf({ theirs }: Project): string | undefined {
  const assigned = /^MIDDLEWARE\s*(?::[^=\n]+)?=(?!=)([^\n]*)/m;
  const lists = theirs.list().filter((path) => {
    const [, value] = (path.endsWith('.py') && assigned.exec(theirs.read(path) ?? '')) || [];
    return value !== undefined && !value.includes('MIDDLEWARE');
  });
  return lists.length === 1 ? lists[0] : undefined;
}
