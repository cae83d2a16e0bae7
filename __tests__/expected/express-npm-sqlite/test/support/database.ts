import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database of its own for a test file. */
export interface ScratchDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** Makes an empty database. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  return {
    url: `sqlite:///${join(folder, 'test.sqlite')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The address of a database that never answers. */
export const absentDatabase = 'sqlite:////dev/null/absent.sqlite';
