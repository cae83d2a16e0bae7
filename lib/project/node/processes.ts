import { type Fact, fact } from '../../facts.ts';
import { toldCommand } from '../secrets.ts';
import type { Ground } from './ground.ts';
import { placeIn } from './manifest.ts';

const workers = /^(?:start:)?(?:worker|workers|queue|consumer|scheduler|cron)(?::prod)?$/;

/** The processes by name: those of the Procfile, of pm2's file, else the scripts of workers. */
export function processesOf({
  procfile,
  pm2,
  manifest,
  text,
}: Ground): Fact<Readonly<Record<string, string>>> | undefined {
  const scripts = Object.keys(manifest.scripts ?? {})
    .filter((name) => workers.test(name))
    .map((name) => ({
      name: name.replace(/^start:|:prod$/g, ''),
      command: toldCommand(manifest.scripts?.[name] ?? ''),
      at: placeIn(text, 'scripts', name),
    }));
  const found = [procfile, pm2, scripts].find((list) => list.length > 0);
  if (!found) return undefined;
  const named = Object.fromEntries(found.map(({ name, command }) => [name, command]));
  return fact(named, ...found.map(({ at }) => at));
}
