import { factor, needs } from '../../../lib/lines.ts';
import type { Declarations } from '../../../lib/types.ts';

/** One module that reads the environment, sealed before anything else starts. */
export const django: Declarations = {
  dependencies: needs('environs', 'python-dotenv'),
  rows: [
    factor(
      3,
      'III. Config',
      'the environment, checked at the start',
      '`config/env.py`, `.env.example`',
    ),
    factor(
      10,
      'X. Dev/prod parity',
      'the same code and artefact everywhere; only keys differ',
      '`config/env.py`, `compose.yaml`',
    ),
  ],
};
