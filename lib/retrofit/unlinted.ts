/**
 * A new file of code as ESLint takes it where it is set to rules of taste, which no code from
 * elsewhere can know: it is left out of them. Rules that refuse such a comment are named before it.
 */
export function unlinted(text: string, refusing: readonly string[]): string {
  if (refusing.length === 0) return `/* eslint-disable */\n${text}`;
  const first = `/* eslint-disable ${refusing.join(', ')} -- the next line is for all rules */`;
  return `${first}\n/* eslint-disable -- its author knows the rules of no single project */\n${text}`;
}
