import { existsSync } from 'node:fs';
import type { Engine } from './engine.ts';

/** The compose project of this process: its id tells a later one whether it is still at work. */
export const projectName = `check${process.pid}`;

/** Ends what an interrupted check left behind: projects whose process is gone. */
export async function sweep({ ask, docker }: Engine): Promise<void> {
  const format = '{{.ID}} {{.Label "com.docker.compose.project"}}';
  const lines = (await ask('ps', '--all', '--format', format)).split('\n');
  const left = lines.flatMap((line) => {
    const [, id, process] = /^(\S+) check(\d+)$/.exec(line) ?? [];
    return id && process && !existsSync(`/proc/${process}`) ? [{ id, process }] : [];
  });
  await docker('image', 'prune', '--force');
  for (const name of (await ask('images', '--format', '{{.Repository}}')).split('\n')) {
    const process = /^check(\d+)-/.exec(name)?.[1];
    if (process && !existsSync(`/proc/${process}`)) await docker('image', 'rm', '--force', name);
  }
  for (const { id } of left) await docker('rm', '--force', '--volumes', id);
  for (const project of new Set(left.map(({ process }) => `check${process}`))) {
    await docker('network', 'rm', `${project}_default`);
    const owned = `label=com.docker.compose.project=${project}`;
    const volumes = await ask('volume', 'ls', '--quiet', '--filter', owned);
    for (const volume of volumes.split('\n').filter(Boolean)) await docker('volume', 'rm', volume);
  }
}
