import { defined, fact } from '../../facts.ts';
import type { Facts, Files } from '../../types.ts';

const managers: Readonly<Record<string, string>> = {
  'uv.lock': 'uv',
  'poetry.lock': 'poetry',
  'requirements.txt': 'pip',
};

/** What the files of a Python project tell. */
export async function detectPython(files: Files): Promise<Facts> {
  const lock = Object.keys(managers).find((path) => files.read(path) !== undefined);
  return defined({
    source: fact('python' as const, 'pyproject.toml:1'),
    packageManager: lock === undefined ? undefined : fact(managers[lock] ?? 'pip', `${lock}:1`),
  });
}
