/** The words of a shell's command line, quotes taken away; variables stay as they are. */
export function words(command: string): string[] {
  const found = command.match(/(?:[^\s"']+|"(?:\\.|[^"\\])*"|'[^']*')+/g) ?? [];
  return found.map((word) =>
    word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'/g, (_, double?: string, single?: string) =>
      double === undefined ? (single ?? '') : double.replace(/\\(["\\$`])/g, '$1'),
    ),
  );
}
