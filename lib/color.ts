import { styleText } from 'node:util';

const styles = [
  [/^(?:diff|index|---|\+\+\+|new file|deleted file)/, 'bold'],
  [/^@@/, 'cyan'],
  [/^\+/, 'green'],
  [/^-/, 'red'],
] as const;

/** A patch in git's colours, where standard output is a terminal that wants them (NO_COLOR). */
export const colored = (patch: string): string => patch.split('\n').map(lineOf).join('\n');

function lineOf(line: string): string {
  const [, style] = styles.find(([pattern]) => pattern.test(line)) ?? [];
  return style ? styleText(style, line, { stream: process.stdout }) : line;
}
