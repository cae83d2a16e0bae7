/** What a language puts into the holes of its Dockerfile. */
export interface Build {
  /** The image that builds, where the template leaves it open. */
  readonly base?: readonly string[];
  /** How a manager that the runtime lacks comes into the build. */
  readonly manager: readonly string[];
  readonly build: readonly string[];
  /** The environment of the process. */
  readonly settings: readonly string[];
  /** A program, in words, that fails unless an address of the process answers. */
  probe(port: string, path: string): readonly string[];
}
