/** What a Dockerfile lacks, and on which line. */
export interface Finding {
  readonly line: number;
  readonly message: string;
}
