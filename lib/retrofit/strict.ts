import type { Declarations, Note, Project, Variable } from '../types.ts';

/** A file whose settings class refuses a `.env` with a variable that is no field of it. */
export const strictSettings = ({ theirs }: Pick<Project, 'theirs'>): string | undefined =>
  theirs
    .list()
    .filter((path) => path.endsWith('.py'))
    .find((path) => isStrict(theirs.read(path) ?? ''));

const isStrict = (text: string): boolean =>
  text.includes('pydantic_settings') &&
  /\benv_file["']?\s*[=:]/.test(text) &&
  !/\bextra["']?\s*[=:]\s*(?:["'](?:ignore|allow)|Extra\.(?:ignore|allow))/.test(text);

/** The settings file that refuses a variable in `.env`: it is no field there; undefined where it may stand. */
export function refusalOf(project: Project, name: string): string | undefined {
  const strict = project.existing ? strictSettings(project) : undefined;
  return strict === undefined || isField(project, name) ? undefined : strict;
}

function isField({ facts, theirs }: Project, name: string): boolean {
  const index = facts.variables?.value.indexOf(name) ?? -1;
  const path = facts.variables?.evidence[index]?.replace(/:\d+$/, '');
  return path !== undefined && /Settings\b/.test(theirs.read(path) ?? '');
}

/** What the tool would put into `.env`: the user's own variables are theirs to set. */
const isWritten = ({ read, optional, secret, example }: Variable): boolean =>
  !read && !optional && Boolean(secret || example);

/** The same variables, where the code's settings refuse those that are none of its own: `.env` gets none. */
export function acceptable(
  project: Project,
  variables: readonly Variable[],
): Required<Pick<Declarations, 'variables' | 'notes'>> {
  const refused = new Map(
    variables.filter(isWritten).flatMap((each) => {
      const file = refusalOf(project, each.name);
      return file === undefined ? [] : [[each, file] as const];
    }),
  );
  return {
    variables: variables.map((each) => (refused.has(each) ? { ...each, optional: true } : each)),
    notes: [...refused].map(([{ name }, file]) => untold(file, name)),
  };
}

const untold = (file: string, name: string): Note => ({
  file,
  message: `refuses a .env with a variable that is no field of it: set ${name} in the environment, or allow it: extra="ignore"`,
});
