/** A client of a backing service that code makes once, and how it is asked for `/readyz`. */
export interface Client {
  /** The package, as the manifest declares it. */
  readonly package: string;
  /** What its file imports it from, as a pattern. */
  readonly from: string;
  /** What stands behind `=` up to the parenthesis, as a pattern. */
  readonly made: string;
  /** Rows of services that it may speak to. */
  readonly services: readonly string[];
  /** The function that asks. */
  readonly check: string;
  /** What that awaits, for the client's name. */
  ask(name: string): string;
  /** A name of a package that asking needs. */
  readonly needs?: { readonly name: string; readonly from: string };
  /** What the code must do with it, as a pattern, for the client's name: else it may never be connected. */
  opened?(name: string): string;
}

/** Databases that answer SQL. */
export const sql: readonly string[] = ['postgresql', 'mysql', 'sqlite'];
