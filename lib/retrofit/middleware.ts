import type { Project, Splice } from '../types.ts';

/** An item (code) as the first of Django's one list of middleware; undefined where there are several. */
export function besideMiddleware({ theirs }: Project, item: string): Splice | undefined {
  const settings = theirs
    .list()
    .filter((path) => path.endsWith('.py') && /^MIDDLEWARE\s*=/m.test(theirs.read(path) ?? ''));
  const [path] = settings;
  if (!path || settings.length > 1) return undefined;
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
