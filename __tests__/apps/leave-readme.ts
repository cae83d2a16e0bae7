/** What the README of an app says of leaving its sample. */
export interface Instructions {
  /** Files and folders that a resource of your own begins with. */
  readonly copied: readonly string[];
  /** Files and folders among them that are not. */
  readonly excepted: readonly string[];
  /** Files in which it is listed. */
  readonly lists: readonly string[];
  /** What is run then. */
  readonly commands: readonly string[];
  /** What is run before the sample goes. */
  readonly firstCommands: readonly string[];
  /** Files and folders that go with the sample. */
  readonly deleted: readonly string[];
  /** Files out of which the lines go that name it. */
  readonly cleared: readonly string[];
  /** The migration that stays. */
  readonly stays: string;
  /** The code of the migration that drops the table. */
  readonly drop: string;
  readonly lastCommands: readonly string[];
}

/** The text below a heading of the second level; '' where there is none. */
const section = (readme: string, heading: string): string =>
  readme.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\s]+\/[^`\s]*)`/g)].map(([, path = '']) => path);

const commandsIn = (text: string): string[] =>
  [...text.matchAll(/```sh\n(.*?)```/gs)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .filter((line) => line !== '');

const namesSample = (path: string) => path.includes('todos');

/** Reads the two sections; a list of what is copied is a list of what goes, but for what stays. */
export function readInstructions(readme: string): Instructions {
  const own = section(readme, 'Your own resource');
  const removal = section(readme, 'Remove the sample');
  const bullets = removal.match(/^- .*$/gm)?.join('\n') ?? '';
  const prose = removal.replace(/^- .*$/gm, '');
  const shown = own.match(/^ *- .*$/gm)?.join('\n') ?? '';
  const lists = pathsIn(own).filter((path) => !namesSample(path));
  const excepted = pathsIn(/but for ((?:`[^`]+`|and|[,\s])+)/.exec(own)?.[1] ?? '');
  const [first = '', ...rest] = removal.split(/^(?=- )/m);
  return {
    copied: pathsIn(own).filter((path) => namesSample(path) && !excepted.includes(path)),
    excepted,
    lists,
    commands: commandsIn(own),
    firstCommands: commandsIn(first),
    deleted: pathsIn(bullets),
    cleared: [...pathsIn(prose), ...pathsIn(shown).filter((path) => !namesSample(path))],
    stays: /`(\S+)` stays/.exec(removal)?.[1] ?? '',
    drop: /`(export [^`]+)`/.exec(removal)?.[1] ?? '',
    lastCommands: commandsIn(rest.join('')),
  };
}
