import { globSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../validators/command.ts';

/** The folder of a Python that apps run on: on PATH, else pyenv's. Rejects where there is none. */
export async function pythonFolder(version = '3.13'): Promise<string> {
  const words = ['-c', 'import sys; print(sys.executable)'];
  const found = await run(`python${version}`, words).catch(() => undefined);
  if (found?.code === 0) return dirname(found.stdout.trim());
  const [first] = globSync(join(homedir(), `.pyenv/versions/${version}.*/bin/python${version}`));
  if (first) return dirname(first);
  throw new Error(`Python ${version} is neither on PATH nor among pyenv's versions`);
}
