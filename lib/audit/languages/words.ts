import type { Command } from '../types.ts';

const SHELL_ONLY = /[|&;<>`*?()]|\$/;
const ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/;

/**
 * A command line as the words of one process, so that signals reach it; what only a shell can do
 * (variables, several commands) is left to one, which a single command replaces.
 */
export function commandOf(line: string): Command {
  if (SHELL_ONLY.test(line)) {
    const several = /[|&;]/.test(line);
    return { words: ['sh', '-c', several ? line : `exec ${line}`], variables: {} };
  }
  const words = wordsOf(line);
  const variables: Record<string, string> = {};
  for (let match = next(words); match; match = next(words)) {
    words.shift();
    variables[match[1] ?? ''] = match[2] ?? '';
  }
  return { words, variables };
}

function next(words: readonly string[]) {
  return ASSIGNMENT.exec(words[0] ?? '');
}

function wordsOf(line: string): string[] {
  const found = line.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g);
  return [...found].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}
