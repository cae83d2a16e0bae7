/** An instruction of a Dockerfile, its continued lines in one. */
export interface Instruction {
  /** In capitals. */
  readonly name: string;
  readonly words: string;
  /** Of its first line, from 1. */
  readonly line: number;
}

/** The instructions of a Dockerfile, without comments and the bodies of here-documents. */
export function instructionsIn(text: string): readonly Instruction[] {
  const found: Instruction[] = [];
  let open: { line: number; text: string } | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    open = {
      line: open?.line ?? index + 1,
      text: `${open?.text ?? ''}${line.replace(/\\\s*$/, ' ')}`,
    };
    if (/\\\s*$/.test(line)) continue;
    const [, name = '', words = ''] = /^\s*([A-Za-z]+)\s+(.*)$/s.exec(open.text) ?? [];
    if (name !== '') found.push({ name: name.toUpperCase(), words: words.trim(), line: open.line });
    open = undefined;
  }
  return found;
}

/** The instructions of the stage that is shipped. */
export const lastStage = (all: readonly Instruction[]): readonly Instruction[] =>
  all.slice(
    Math.max(
      0,
      all.findLastIndex(({ name }) => name === 'FROM'),
    ),
  );
