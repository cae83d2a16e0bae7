import type { Fact, Facts } from '../../../types.ts';
import { commandIn, type Gathered } from '../gathered.ts';
import { placeOf, requirementOf } from '../manifests/read.ts';
import { below, folderOf } from '../text.ts';
import { ownLint } from './own.ts';
import { targetOf, taskOf } from './tasks.ts';

/** Linters, the foremost first, with the command that checks a project. */
const linters: readonly {
  readonly name: string;
  readonly packages: readonly string[];
  command(packages: readonly string[]): string;
}[] = [
  { name: 'ruff', packages: ['ruff'], command: () => 'ruff check .' },
  { name: 'flake8', packages: ['flake8'], command: () => 'flake8' },
  {
    name: 'pylint',
    packages: ['pylint', 'pylint-django'],
    command: (packages) => `pylint ${packages.join(' ')}`,
  },
  { name: 'pre-commit', packages: ['pre-commit'], command: () => 'pre-commit run --all-files' },
];

/** The command that lints, and the package that does it. */
export function lintFacts(gathered: Gathered): Pick<Facts, 'lint' | 'linter'> {
  const { files, manifests, run } = gathered;
  const { base } = manifests;
  const row = linters.find(({ packages }) => requirementOf(manifests, ...packages));
  const found = row && requirementOf(manifests, ...row.packages);
  const own = taskOf(gathered, ['lint']);
  const tool: Fact<string> | undefined =
    row &&
    found &&
    (row.name !== 'pre-commit' || files.read(below(base, '.pre-commit-config.yaml')))
      ? {
          value: commandIn(
            base,
            run + (ownLint(files, base, programOf(row.name)) ?? row.command(packagesOf(gathered))),
          ),
          evidence: [placeOf(found)],
        }
      : undefined;
  const lint = own ?? tool ?? targetOf(files, base, ['lint']);
  return {
    ...(lint && { lint }),
    ...(row && found && { linter: { value: row.name, evidence: [placeOf(found)] } }),
  };
}

/** What checks code, of a linter that does more. */
const programOf = (name: string): string => (name === 'ruff' ? 'ruff check' : name);

/** The project's own packages at its root, which pylint must be told. */
function packagesOf({ files, manifests: { base } }: Gathered): readonly string[] {
  const prefix = base === '' ? '' : `${base}/`;
  const folders = files
    .list()
    .filter((path) => path.startsWith(prefix) && path.endsWith('/__init__.py'))
    .map((path) => folderOf(path).slice(prefix.length))
    .filter((folder) => !folder.includes('/') && folder !== 'tests');
  return folders.length > 0 ? folders : ['*.py'];
}
