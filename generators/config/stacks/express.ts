import { factor, needs } from '../../../lib/lines.ts';
import type { Declarations } from '../../../lib/types.ts';

/** One module of zod schemas, a process each. */
export const express: Declarations = {
  dependencies: needs('zod'),
  rows: [
    factor(
      3,
      'III. Config',
      'the environment, checked at the start',
      '`src/config.ts`, `.env.example`',
    ),
    factor(
      10,
      'X. Dev/prod parity',
      'the same code and artefact everywhere; only keys differ',
      '`src/config.ts`, `compose.yaml`',
    ),
  ],
};
