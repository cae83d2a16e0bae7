/** A line of the contract that does not hold; the message says what was seen instead. */
export class Failure extends Error {
  override name = 'Failure';
}

/** A check that cannot be made here; the message says why. */
export class NotApplicable extends Error {
  override name = 'NotApplicable';
}

/** Bad input to the audit itself: one line that names the option or the file. */
export class BadInput extends Error {
  override name = 'BadInput';
}

/** The user ended the audit before it was done. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** Throws a `Failure` with what was seen, unless the promise holds. */
export function expect(holds: boolean, seen: string): asserts holds {
  if (!holds) throw new Failure(seen);
}
