/** What is known of an expression's value: what it is, or the variable that sets it. */
export interface Known {
  readonly value?: string | number | boolean;
  readonly variable?: string;
  /** The variable's text is made a number, and used as nothing else. */
  readonly isNumber?: boolean;
  /** `file:line` of what told it. */
  readonly at: string;
}

/** Both, the first before the second: `process.env.PORT ?? 3000`. */
export function both(a: Known | undefined, b: Known | undefined): Known | undefined {
  if (!a || !b) return a ?? b;
  const [value, variable] = [a.value ?? b.value, a.variable ?? b.variable];
  const isNumber = [a, b].every((each) => each.variable !== variable || each.isNumber === true);
  return {
    at: a.at,
    ...(value !== undefined && { value }),
    ...(variable && { variable }),
    ...(variable && isNumber && { isNumber }),
  };
}

/** What is known of a value that is made a number. */
export const numbered = (known: Known | undefined): Known | undefined =>
  known?.variable === undefined ? known : { ...known, isNumber: true };
