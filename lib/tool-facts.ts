import type { Fact } from './facts.ts';

/** The tools that a project uses already, and what they ask of new files: not told in `--json`. */
export interface ToolFacts {
  /** The package that logs (pino, winston, structlog …). */
  readonly logger?: Fact<string>;
  /** What checks the environment at the start (envalid, zod, environs …). */
  readonly loader?: Fact<string>;
  /** The package that lints (eslint, @biomejs/biome, ruff …). */
  readonly linter?: Fact<string>;
  /** The threshold of coverage that the project keeps, in percent of lines. */
  readonly coverage?: Fact<number>;
  /** ESLint keeps rules of taste; those of them that refuse a comment which turns all rules off. */
  readonly taste?: Fact<readonly string[]>;
  /** The code names Node's own modules without `node:`, and nowhere with it. */
  readonly bareBuiltins?: Fact<true>;
}
