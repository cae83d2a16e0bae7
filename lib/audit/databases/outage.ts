import { exec } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exitOf } from '../processes/running.ts';
import type { Subject } from '../types.ts';
import { gateTo } from './gate.ts';

const shell = promisify(exec);

/** A database that can go away. */
export interface Outage {
  /** The address that the app is given. */
  readonly address: string;
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** The way to take the app's database away: the user's commands, a gate, or a folder. */
export async function outageOf(app: Subject): Promise<Outage> {
  if (app.control) return commands(app, app.control);
  return app.features.has('sqlite') ? blockedFolder(app) : gate(await app.migrated());
}

async function commands(app: Subject, control: { stop: string; start: string }): Promise<Outage> {
  const run = async (command: string) => void (await shell(command));
  const address = await app.migrated();
  return { address, begin: () => run(control.stop), end: () => run(control.start) };
}

async function gate(database: string): Promise<Outage> {
  const way = await gateTo(database);
  return { address: way.address, begin: () => way.shut(), end: () => way.open() };
}

/** SQLite is away while a file stands where its folder should be. */
async function blockedFolder(app: Subject): Promise<Outage> {
  const folder = join(mkdtempSync(join(app.scratch, 'away-')), 'data');
  const address = `sqlite:///${join(folder, 'app.sqlite3')}`;
  return {
    address,
    begin: async () => writeFileSync(folder, ''),
    end: async () => {
      rmSync(folder);
      mkdirSync(folder);
      await exitOf(await app.launch('release', { DATABASE_URL: address }), 60);
    },
  };
}
