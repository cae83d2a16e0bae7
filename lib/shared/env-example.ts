import * as env from '../documents/env.ts';
import type { Declarations, TextEdit, Variable } from '../types.ts';

/** The headings of `.env.example`, in order; a variable names the one that it stands under. */
export const envSections = [
  'Process',
  'Web',
  'Security',
  'Backing services',
  'Observability',
  'Admin',
];

/** The edits that give `.env.example` a line for every variable; secrets stay empty. */
export const envExampleEdits = ({ variables = [] }: Declarations): readonly TextEdit[] =>
  variables.map(
    (variable): TextEdit =>
      (text) =>
        addVariable(text, variable, variable.secret ? '' : (variable.example ?? '')),
  );

/** Adds one variable with a value, under its heading; one that nothing needs stays a comment. */
export const addVariable = (text: string, variable: Variable, value: string): string => {
  const { section, name, about, secret, example } = variable;
  const comment = [secret ? about.replace(/\.$/, ' (secret).') : about];
  const optional = variable.optional ?? (!secret && example === undefined);
  return env.add(text, { section, name, value, comment, optional }, { sections: envSections });
};
