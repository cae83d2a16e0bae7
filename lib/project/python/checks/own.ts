import type { Files } from '../../../types.ts';
import { recipeIn } from '../start/scripts.ts';

const targets = ['lint', 'lint-check', 'check', 'style', 'lint-server', 'quality'];

/** A linter's command as the project's own Makefile has it, on what it has it: `ruff check shop tests`. */
export function ownLint(files: Files, base: string, program: string): string | undefined {
  const line = new RegExp(
    `^(?:\\S+ run )?(?:(?:python3?|\\$\\(\\w+\\)) -m )?(${program}\\b[^|;&$\`<>\\n]*)$`,
    'm',
  );
  for (const target of targets) {
    const recipe = recipeIn(files, base, target)?.text.replaceAll(/\s*\\\n\s*/g, ' ');
    const command = line.exec(recipe ?? '')?.[1]?.trim();
    if (command !== undefined && !/\s--fix\b/.test(command)) return command;
  }
  return undefined;
}
