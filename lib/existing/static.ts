import type { Project } from '../types.ts';
import { requiredOf } from './required.ts';

/**
 * The command that collects static files, where the process itself serves them or can't render a
 * page without: before its tests, and in its image.
 */
export const collecting = ({ facts, theirs }: Project): string | undefined => {
  const { build, settings, manage } = facts;
  const place = build?.evidence[0]?.replace(/:\d+$/, '');
  const text = [settings?.value, place].map((path) => theirs.read(path ?? '') ?? '').join('\n');
  const isNeeded = /whitenoise|ManifestStaticFilesStorage/i.test(text);
  return manage && isNeeded && build?.value.includes('collectstatic') ? build.value : undefined;
};

/** The same for an image that is built without the environment of a deployment. */
export function collectingBare(project: Project): string | undefined {
  const command = collecting(project)?.replace(/(^|&& )(?:uv|poetry|pdm|pipenv) run /, '$1');
  const values = { ...secretsOf(project), ...requiredOf(project) };
  const given = Object.entries(values).map(([name, value]) => `${name}='${value}' `);
  return command?.replace(/(?=python )/, given.join(''));
}

/** What signs is often required by the settings' own words, whatever reads it. */
const secretsOf = ({ facts }: Project): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (facts.variables?.value ?? [])
      .filter(
        (name) => /^(?:DJANGO_)?SECRET_KEY$/.test(name) && !(name in (facts.defaults?.value ?? {})),
      )
      .map((name) => [name, 'only-for-the-build']),
  );
