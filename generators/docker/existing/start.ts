/** How a process starts in an image. */
export interface Start {
  /** `NAME=value`, as the command sets it in front of itself. */
  readonly environment: readonly string[];
  /** The words of an exec form. */
  readonly command: readonly string[];
}

const assignment = /^[A-Za-z_]\w*=/;
const needsShell = /[$`;|<>]|&&|\*/;

/** A start command in words as an image starts it: by a shell only where it needs one. */
export function startOf(words: readonly string[]): Start {
  const plain = words.filter(
    (word, index) => word !== 'cross-env' && !isOfEnvFile(words, word, index),
  );
  const first = plain.findIndex((word) => !assignment.test(word));
  const environment = plain.slice(0, Math.max(0, first));
  const command = plain.slice(Math.max(0, first));
  if (!command.some((word) => needsShell.test(word))) return { environment, command };
  return { environment, command: ['sh', '-c', replacing(command.map(shellWord).join(' '))] };
}

/** In an image the environment is set from outside: there is no `.env`. */
const isOfEnvFile = (words: readonly string[], word: string, index: number): boolean =>
  /^--env-file(?:-if-exists)?(?:=|$)/.test(word) || words[index - 1] === '--env-file';

const operator = /^(?:&&|\|\|?|;|[<>]+|\d?>&?\d?)$/;

/** A word as the shell reads it: what it must fill in stays open. */
function shellWord(word: string): string {
  if (operator.test(word) || /^[\w@%+=:,./${}-]+;?$/.test(word)) return word;
  return word.includes('$')
    ? `"${word.replaceAll('"', '\\"')}"`
    : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The last command takes the shell's place, so that signals reach it. */
function replacing(line: string): string {
  const at = Math.max(line.lastIndexOf('&& ') + 3, line.lastIndexOf('; ') + 2);
  const begin = at > 2 ? at : 0;
  return `${line.slice(0, begin)}exec ${line.slice(begin)}`;
}
