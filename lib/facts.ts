/** One fact found in a project, with the places that show it (`file:line`). */
export interface Fact<T> {
  readonly value: T;
  readonly evidence: readonly string[];
}

/** What was found in an existing project; absent where nothing was found. */
export interface Facts {
  readonly language?: Fact<'node' | 'python'>;
  readonly stack?: Fact<string>;
  readonly packageManager?: Fact<string>;
  readonly packageManagerVersion?: Fact<string>;
  readonly runtimeVersion?: Fact<string>;
  readonly runtime?: Fact<string>;
  readonly module?: Fact<'esm' | 'cjs'>;
  readonly entry?: Fact<string>;
  readonly start?: Fact<readonly string[]>;
  readonly build?: Fact<string>;
  readonly test?: Fact<string>;
  readonly lint?: Fact<string>;
  readonly port?: Fact<number>;
  readonly portVariable?: Fact<string>;
  readonly services?: Fact<readonly string[]>;
  readonly variables?: Fact<readonly string[]>;
  readonly ci?: Fact<readonly string[]>;
  readonly dockerfile?: Fact<string>;
  readonly compose?: Fact<string>;
}
