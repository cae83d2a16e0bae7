import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const PATTERN = '**/*.{sqlite,sqlite3,db}*';
const APART = ['node_modules', '.git', '.venv', 'venv'];

function databasesIn(directory: string): readonly string[] {
  const exclude = (name: string) => APART.includes(name);
  return globSync(PATTERN, { cwd: directory, exclude });
}

/** Removes the SQLite files that a run makes in a directory, and only those; their number. */
export async function newDatabases(directory: string, run: () => Promise<void>): Promise<number> {
  const before = new Set(databasesIn(directory));
  const made = () => databasesIn(directory).filter((path) => !before.has(path));
  let count = 0;
  try {
    await run();
  } finally {
    count = made().length;
    for (const path of made()) rmSync(join(directory, path), { force: true });
  }
  return count;
}
