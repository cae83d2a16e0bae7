import type { Fact, Files } from '../../../types.ts';
import { commandIn, type Gathered } from '../gathered.ts';
import type { Manifests } from '../manifests/read.ts';
import { type Toml, tableAt, textAt } from '../manifests/toml.ts';
import { recipeIn } from '../start/scripts.ts';
import { folderOf, lineMatching } from '../text.ts';

/** Where task runners keep the project's own commands, and how they run one. */
const runners: readonly {
  readonly manifest: 'pyproject' | 'pipfile';
  readonly path: readonly string[];
  readonly run: (name: string, prefix: string) => string;
}[] = [
  {
    manifest: 'pyproject',
    path: ['tool', 'poe', 'tasks'],
    run: (name, prefix) => `${prefix}poe ${name}`,
  },
  { manifest: 'pyproject', path: ['tool', 'pdm', 'scripts'], run: (name) => `pdm run ${name}` },
  {
    manifest: 'pyproject',
    path: ['tool', 'taskipy', 'tasks'],
    run: (name, prefix) => `${prefix}task ${name}`,
  },
  {
    manifest: 'pyproject',
    path: ['tool', 'hatch', 'envs', 'default', 'scripts'],
    run: (name) => `hatch run ${name}`,
  },
  { manifest: 'pipfile', path: ['scripts'], run: (name) => `pipenv run ${name}` },
];

/** A task as text, and its place. */
interface Task {
  readonly command: string;
  readonly path: string;
  readonly line: number;
}

/** The commands of tasks under the names, as written. */
export const tasksIn = (manifests: Manifests, names: readonly string[]): readonly Task[] =>
  runners.flatMap(({ manifest, path }) => {
    const toml: Toml | undefined = manifests[manifest];
    const tasks = tableAt(toml?.table, ...path);
    return names.flatMap((name) => {
      const command = textAt(tasks, name) ?? textAt(tasks, name, 'cmd');
      const line = lineMatching(toml?.text ?? '', keyed(name));
      return command === undefined || !toml ? [] : [{ command, path: toml.path, line }];
    });
  });

const keyed = (name: string): RegExp => new RegExp(`^\\s*["']?${name}["']?\\s*=`);

/** A task that the project keeps under one of the names. */
export function taskOf(
  { manifests, run }: Gathered,
  names: readonly string[],
): Fact<string> | undefined {
  for (const { manifest, path, run: command } of runners) {
    const toml: Toml | undefined = manifests[manifest];
    const tasks = tableAt(toml?.table, ...path);
    const name = names.find((each) => tasks[each] !== undefined);
    if (!toml || name === undefined) continue;
    const line = lineMatching(toml.text, keyed(name));
    const value = commandIn(manifests.base, command(name, run));
    return { value, evidence: [`${toml.path}:${line}`] };
  }
  return undefined;
}

/** What a recipe does that needs containers, or somebody who looks at it. */
const elsewhere = /docker|(?:^|&&|;)\s*(?:xdg-)?open\s/m;

/** A target of the Makefile under one of the names, unless it can't run by itself. */
export function targetOf(
  files: Files,
  base: string,
  names: readonly string[],
): Fact<string> | undefined {
  for (const name of names) {
    const recipe = recipeIn(files, base, name);
    if (!recipe || elsewhere.test(recipe.text)) continue;
    const value = commandIn(folderOf(recipe.path), `make ${name}`);
    return { value, evidence: [`${recipe.path}:${recipe.line - 1}`] };
  }
  return undefined;
}
