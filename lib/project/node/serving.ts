import type { Named } from '../procfile.ts';
import { reaches } from './graph.ts';
import type { Ground } from './ground.ts';
import type { Layout } from './layout.ts';
import { resolveCommand } from './scripts.ts';

const webNames = /(?:^|[-_:.])(?:web|www|http|api|server|app)(?:$|[-_:.])/i;
const workerNames = /worker|queue|cron|sched|consumer|jobs?(?:$|[-_:.])/i;

/** The processes of pm2's, the one that serves first: its file reaches what listens, else its name says so. */
export function servingFirst(
  { pm2, manifest, code, listening }: Pick<Ground, 'pm2' | 'manifest' | 'code' | 'listening'>,
  { sourceOf }: Layout,
): readonly Named[] {
  const listens = ({ command }: Named): boolean => {
    const words = resolveCommand(command, manifest.scripts ?? {})?.words ?? [];
    const path = words.flatMap((word) => sourceOf(word.replace(/^\.\//, '')) ?? [])[0];
    return path !== undefined && reaches(code, path, listening);
  };
  const rank = (each: Named): number => (listens(each) ? 2 : 0) + (isWeb(each) ? 1 : 0);
  return [...pm2].sort((a, b) => rank(b) - rank(a));
}

const isWeb = ({ name }: Named): boolean => webNames.test(name) && !workerNames.test(name);
