import { metIn } from '../errors.ts';
import type { Dependency, Files, Language, Note, Writing } from '../types.ts';
import { pythonRegistry } from '../versions/python.ts';
import type { Homes } from './python/homes.ts';
import { listsForChecks } from './python/lists.ts';
import { united } from './python/requirement.ts';

const declaring =
  /(?:^|\/)(?:pyproject\.toml|Pipfile|[\w-]*requirements[\w-]*\.(?:txt|in)|requirements\/[^/]+\.(?:txt|in))$/;

/** Python: pyproject.toml, or where else an existing project declares; its commands are make's. */
export const python: Language = {
  name: 'python',
  title: 'Python',
  manifest: 'pyproject.toml',
  pin: '.python-version',
  declares: (path) => declaring.test(path),
  describe: ({ name, stack }) => ({
    project: {
      name,
      version: '0.1.0',
      readme: 'README.md',
      'requires-python': `==${stack.runtime}.*`,
    },
  }),
  edits: async (writing) => {
    const { makefileEdits, manifestEdits } = await import('./python/edits.ts');
    const homes = await homesIn(writing);
    return { ...manifestEdits(writing, homes), ...makefileEdits(writing) };
  },
  ranges: async (project, files) => {
    const ranges = rangesIn(await homesIn({ project, files }), files);
    return Object.fromEntries(
      Object.entries(ranges).map(([name, range]) => [name, { range, source: 'manifest' }]),
    );
  },
  lacks: async (project, { dependencies = [] }, files) => {
    const homes = await homesIn({ project, files });
    const present = rangesIn(homes, files);
    return homes ? united(dependencies).filter(({ name }) => present[name] === undefined) : [];
  },
  told: async (project, { dependencies = [] }, files) => {
    if (dependencies.length === 0) return [];
    const all = united(dependencies);
    const homes = await homesIn({ project, files });
    if (!homes) return all.map((each) => left(each, files));
    return project.existing ? uncompiled(homes, files, all) : [];
  },
  install: ({ existing, manager }) => (existing ? manager.install : manager.run('install')),
  lists: (files) => listsForChecks(files.list()),
  // Collecting static files, the build of most, reads the settings.
  buildsBare: false,
  registry: pythonRegistry,
};

/** A new app declares as PEP 621 says; an existing project where it does. */
async function homesIn({
  project,
  files,
}: Pick<Writing, 'project' | 'files'>): Promise<Homes | undefined> {
  const { homesOf, newHomes } = await import('./python/homes.ts');
  try {
    return project.existing ? homesOf(files) : newHomes;
  } catch (error) {
    throw metIn(python.manifest, error);
  }
}

const rangesIn = (homes: Homes | undefined, files: Files): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...[homes?.development, homes?.main].map((home) => home?.ranges(files.read(home.path) ?? '')),
  );

/** What a compiled list has yet to get of the one that it is compiled from. */
function uncompiled({ main }: Homes, files: Files, all: readonly Dependency[]): readonly Note[] {
  const file = main.path.replace(/\.in$/, '.txt');
  const text = files.read(file);
  const lacking = all.filter(({ name, dev }) => !dev && !text?.includes(name));
  const names = lacking.map(({ name }) => name).join(', ');
  const message = `lacks ${names}: compile it again from ${main.path}, where that is now`;
  return main.path !== file && text !== undefined && names !== '' ? [{ file, message }] : [];
}

const manifests = /^(?:setup\.py|setup\.cfg|[\w-]*requirements[\w-]*\.txt|environment\.ya?ml)$/;

/** Told of the file that the project does list its packages in, where it has one. */
function left({ name }: Dependency, files: Files): Note {
  const file = files.list().find((path) => manifests.test(path));
  const message = file
    ? `add ${name} here: it is not in a form that the tool writes to`
    : `add ${name} with the project's own manager: no file was found where it could be written`;
  return { file: file ?? python.manifest, message };
}
