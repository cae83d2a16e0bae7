/** Something outside the process that requests or logs need: a database, a cache, an exporter. */
export interface Resource {
  /** Rejects while the resource does not answer; only resources that requests need have it. */
  check?: () => Promise<unknown>;
  /** Whether an error came from the resource being away, rather than from a fault of ours. */
  isAway?: (error: unknown) => boolean;
  /** Lets go of every connection. */
  close: () => Promise<unknown>;
}
