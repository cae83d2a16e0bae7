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

/** The app under test in a directory. */
export class AppUnderTest implements Subject {
  readonly directory: string;
  readonly scratch: string;
  readonly language: Subject['language'];
  readonly features: Subject['features'];
  readonly secrets: Secrets;
  readonly screenshots: string | undefined;
  readonly control: Subject['control'];
  readonly children: Child[] = [];
  readonly #parts: Parts;
  readonly #shared = new Map<string, Promise<Running>>();
  readonly #migrations = new Map<string, Promise<string>>();

  constructor(parts: Parts, features: Subject['features']) {
    this.#parts = parts;
    this.directory = parts.directory;
    this.scratch = parts.scratch;
    this.language = parts.language;
    this.secrets = parts.secrets;
    this.screenshots = parts.screenshots;
    this.control = parts.control;
    this.features = features;
  }

  database(name: string): Promise<string> {
    return this.#parts.databases.address(name);
  }

  migrated(name = 'main'): Promise<string> {
    return remember(this.#migrations, name, () => this.#migrate(name));
  }

  async launch(kind: Kind, changes: Environment = {}): Promise<Child> {
    const url = 'DATABASE_URL' in changes ? changes.DATABASE_URL : await this.migrated();
    const command = this.language.command(this.directory, kind);
    if (!command) {
      throw new BadInput(`${this.directory}: no process "${kind}" in Procfile or manifest`);
    }
    const environment = environmentOf(this.#parts, kind, { ...changes, DATABASE_URL: url });
    const child = launch(kind, command, this.directory, environment);
    this.children.push(child);
    return child;
  }

  async start(kind: 'web' | 'admin', changes: Environment = {}, path = '/readyz') {
    const PORT = String(await freePort());
    const child = await this.launch(kind, { PORT, ...changes });
    const own = kind === 'admin' ? changes.ADMIN_PORT : undefined;
    const port = Number(own ?? changes.PORT ?? PORT);
    const app = runningOf(child, port, this.secrets.token);
    return waitUntilReady(app, kind === 'admin' ? [path, '/admin'] : [path]);
  }

  shared(kind: 'web' | 'admin', changes: Environment = {}): Promise<Running> {
    const key = JSON.stringify([kind, changes]);
    return remember(this.#shared, key, () => this.start(kind, changes));
  }

  async sweep(): Promise<void> {
    const settled = await Promise.allSettled(this.#shared.values());
    const kept = settled.map((one) => (one.status === 'fulfilled' ? one.value.child : undefined));
    for (const child of this.children) if (!kept.includes(child)) child.kill();
  }

  async #migrate(name: string): Promise<string> {
    const DATABASE_URL = await this.database(name);
    const child = await this.launch('release', { DATABASE_URL });
    const { code } = await exitOf(child, 60);
    const said = (child.stderr.trim() || child.stdout.trim()).slice(0, 300);
    expect(code === 0, `release: exit ${code}: ${said}`);
    return DATABASE_URL;
  }
}

function remember<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>) {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
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
