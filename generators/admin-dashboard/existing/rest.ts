import type { Project, Splice } from '../../../lib/types.ts';

const value = '"drf_spectacular.openapi.AutoSchema"';
const places = ['REST_FRAMEWORK', 'INSTALLED_APPS'];

/**
 * The class by which Django REST framework's views tell what they answer, as a line behind the one
 * place of the settings that sets the framework up; undefined where there is none, or several.
 */
export function schemaClass({ theirs }: Project): Splice | undefined {
  const texts = theirs
    .list()
    .filter((path) => path.endsWith('.py'))
    .map((path) => ({ path, text: theirs.read(path) ?? '' }));
  if (texts.some(({ text }) => text.includes('DEFAULT_SCHEMA_CLASS'))) return undefined;
  for (const name of places) {
    const found = texts.filter(({ text }) => new RegExp(`^${name}\\b[^=\\n]*=`, 'm').test(text));
    const [only, ...others] = found;
    if (only && others.length === 0) return beside(only.path, name);
    if (others.length > 0) return undefined;
  }
  return undefined;
}

function beside(path: string, name: string): Splice {
  const line =
    name === 'REST_FRAMEWORK'
      ? `REST_FRAMEWORK["DEFAULT_SCHEMA_CLASS"] = ${value}`
      : `REST_FRAMEWORK = {"DEFAULT_SCHEMA_CLASS": ${value}}`;
  return {
    path,
    code: true,
    otherwise: { file: path, message: `set DEFAULT_SCHEMA_CLASS of REST_FRAMEWORK to ${value}` },
    edit: async (text) => {
      const { addAfter, load } = await import('../../../lib/documents/python.ts');
      await load();
      return addAfter(text, { place: { assigns: [name] }, line });
    },
  };
}
