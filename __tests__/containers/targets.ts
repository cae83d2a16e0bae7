import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A stage of a Dockerfile that is a process of the app. */
export interface Target {
  readonly name: string;
  /** the tag that it is built under */
  readonly tag: string;
}

/** The stages `web` and `admin`, those that there are. */
export async function targetsOf(folder: string, project: string): Promise<Target[]> {
  const lines = (await readFile(join(folder, 'Dockerfile'), 'utf8')).split('\n');
  const stages = lines.flatMap((line) => /^FROM\s.*\sAS\s+(\S+)/i.exec(line)?.[1] ?? []);
  return ['web', 'admin']
    .filter((name) => stages.includes(name))
    .map((name) => ({ name, tag: `${project}-${name}` }));
}

/** The images that the stages start from. */
export async function basesOf(folder: string): Promise<string[]> {
  const lines = (await readFile(join(folder, 'Dockerfile'), 'utf8')).split('\n');
  return lines.flatMap((line) => /^FROM\s+(?:--\S+\s+)*(\S+:\S+)/i.exec(line)?.[1] ?? []);
}
