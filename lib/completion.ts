import completions, { type Option as Completed, script } from '@bomb.sh/tab';
import { ImagineError } from './errors.ts';
import { explain } from './help.ts';
import { flags, operands, optionsOf, valuesOf } from './options.ts';
import type { Concern } from './types.ts';

const shells = ['bash', 'zsh', 'fish'];

/** What the script asks of the package bash-completion, for a bash without it. */
const wordsInBash = `declare -F _get_comp_words_by_ref > /dev/null || _get_comp_words_by_ref() {
  words=("\${COMP_WORDS[@]}") cword=$COMP_CWORD
  cur=\${words[cword]} prev=\${words[cword - 1]}
}
`;

/**
 * `imagine completion <shell>` prints a script for the shell, which asks `imagine complete -- <words>`
 * for what can follow. False where the words are neither. Throws, code 2, for another shell.
 */
export function complete(words: readonly string[], concerns: readonly Concern[]): boolean {
  const [first, second = ''] = words;
  if (first === 'complete' && second === '--') {
    offer(concerns);
    // A dash alone begins an option, too, which the library sees at the second.
    completions.parse(words.slice(2).map((word) => (word === '-' ? '--' : word)));
    return true;
  }
  if (first !== 'completion') return false;
  if (!shells.includes(second) || words.length > 2)
    throw new ImagineError(`completion: say imagine completion ${shells.join('|')}`);
  if (second === 'bash') process.stdout.write(wordsInBash);
  script(second as 'bash', 'imagine', 'imagine');
  return true;
}

/** Tells the library every generator and option, and the values that an option takes. */
function offer(concerns: readonly Concern[]): void {
  const places = [
    completions,
    ...concerns.map(({ name, title }) => completions.command(name, title)),
  ];
  for (const place of places) {
    for (const option of optionsOf(concerns)) {
      const values = valuesOf(option);
      place.option(option.name, explain(option), function (this: Completed, add) {
        for (const value of values) add(value, '');
      });
    }
    for (const { name, about } of operands) place.option(name, about, () => undefined);
    for (const { name, about } of flags) place.option(name, about);
  }
}
