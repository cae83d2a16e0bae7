import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Scratch } from './databases/scratch.ts';
import { BadInput, expect } from './failure.ts';
import { type Child, launch } from './processes/launch.ts';
import { freePort } from './processes/ports.ts';
import { exitOf, runningOf, waitUntilReady } from './processes/running.ts';
import type { Environment, Kind, Running, Secrets, Subject } from './types.ts';

/** What a subject is made of; its database and its processes come with it. */
export type Parts = Pick<
  Subject,
  'directory' | 'scratch' | 'language' | 'secrets' | 'control' | 'screenshots'
> & { readonly databases: Scratch; readonly redisUrl: string | undefined };

/** The app under test in a directory; features are added as they become known. */
export function subjectOf(parts: Parts, features: Subject['features']): Subject {
  const children: Child[] = [];
  const sharedApps = new Map<string, Promise<Running>>();
  const migrations = new Map<string, Promise<string>>();
  const subject: Subject = {
    ...parts,
    features,
    children,
    sweep: async () => {
      const kept = (await Promise.allSettled(sharedApps.values())).map((app) =>
        app.status === 'fulfilled' ? app.value.child : undefined,
      );
      for (const child of children) if (!kept.includes(child)) child.kill();
    },
    database: (name) => parts.databases.address(name),
    migrated: (name = 'main') => remember(migrations, name, () => migrate(subject, name)),
    environment: async (kind, changes = {}) => {
      const given = 'DATABASE_URL' in changes;
      const url = given ? changes.DATABASE_URL : await subject.migrated();
      return environmentOf(parts, kind, { ...changes, DATABASE_URL: url });
    },
    launch: async (kind, changes = {}) => {
      const environment = await subject.environment(kind, changes);
      const child = launch(kind, command(parts, kind), parts.directory, environment);
      children.push(child);
      return child;
    },
    start: async (kind, changes = {}, path = '/readyz') => {
      const port = await freePort();
      const child = await subject.launch(kind, { PORT: String(port), ...changes });
      const own = kind === 'admin' ? changes.ADMIN_PORT : undefined;
      const listens = Number(own ?? changes.PORT ?? port);
      const app = runningOf(child, listens, parts.secrets.token);
      return waitUntilReady(app, kind === 'admin' ? [path, '/admin'] : [path]);
    },
    shared: (kind, changes = {}) => {
      const key = JSON.stringify([kind, changes]);
      return remember(sharedApps, key, () => subject.start(kind, changes));
    },
  };
  return subject;
}

function remember<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>) {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

async function migrate(subject: Subject, name: string): Promise<string> {
  const DATABASE_URL = await subject.database(name);
  const child = await subject.launch('release', { DATABASE_URL });
  const { code } = await exitOf(child, 60);
  const said = (child.stderr.trim() || child.stdout.trim()).slice(0, 300);
  expect(code === 0, `release: exit ${code}: ${said}`);
  return DATABASE_URL;
}

function command({ directory, language }: Parts, kind: Kind) {
  const found = language.command(directory, kind);
  if (found) return found;
  throw new BadInput(`${directory}: no process "${kind}" in Procfile or manifest`);
}

function environmentOf(parts: Parts, kind: Kind, changes: Environment): Record<string, string> {
  const { directory, language, scratch, redisUrl } = parts;
  const home = join(scratch, 'home');
  mkdirSync(home, { recursive: true });
  const folders = [
    ...language.path.map((path) => join(directory, path)),
    dirname(process.execPath),
  ];
  const all: Environment = {
    PATH: [...folders, process.env.PATH ?? ''].join(':'),
    HOME: home,
    HOST: '127.0.0.1',
    PORT: '0',
    WEB_CONCURRENCY: '2',
    [language.environmentVariable]: 'production',
    ...required(parts.secrets, language.required[kind]),
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    ...changes,
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Record<string, string>;
}

function required(secrets: Secrets, names: readonly string[]): Environment {
  const values: Environment = {
    SECRET_KEY: secrets.key,
    API_TOKENS: [secrets.token, secrets.secondToken, secrets.queryToken].join(','),
    ADMIN_EMAIL: secrets.email,
    ADMIN_PASSWORD: secrets.password,
  };
  return Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}
