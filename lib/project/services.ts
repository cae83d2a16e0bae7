import { type Fact, fact } from '../facts.ts';

/** One trace of a backing service. */
export interface Trace {
  /** The row's name. */
  readonly row: string;
  /** `file:line`. */
  readonly at: string;
  /** How much it tells which database is the primary one. */
  readonly weight: number;
}

const images: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^|\/)(?:postgres(?:ql)?|postgis|timescaledb(?:-ha)?|pgvector|supabase-postgres)(?=[:@]|$)/,
    'postgresql',
  ],
  [/(?:^|\/)(?:mysql(?:-server)?|mariadb|percona(?:-server)?)(?=[:@]|$)/, 'mysql'],
  [/(?:^|\/)(?:mongo(?:db)?(?:-community-server|-replicaset)?)(?=[:@]|$)/, 'mongodb'],
  [/(?:^|\/)(?:redis(?:-stack|mod)?(?:-server)?|valkey|keydb)(?=[:@]|$)/, 'redis'],
];

/** The row of a service that a container's image runs. */
export const rowOfImage = (image: string): string | undefined =>
  images.find(([pattern]) => pattern.test(image))?.[1];

const schemes: Readonly<Record<string, string>> = {
  postgres: 'postgresql',
  postgresql: 'postgresql',
  postgis: 'postgresql',
  mysql: 'mysql',
  mysql2: 'mysql',
  mariadb: 'mysql',
  mongodb: 'mongodb',
  'mongodb+srv': 'mongodb',
  sqlite: 'sqlite',
  sqlite3: 'sqlite',
  redis: 'redis',
  rediss: 'redis',
};

/** The row of a service that a URL names by its scheme: `postgres://…`, `mysql+pymysql://…`. */
export function rowOfUrl(url: string): string | undefined {
  const scheme = /^["']?([a-z][a-z0-9+]*):/i.exec(url.trim())?.[1]?.toLowerCase() ?? '';
  return schemes[scheme] ?? schemes[scheme.split('+')[0] ?? ''];
}

const databases = new Set(['postgresql', 'mysql', 'mongodb', 'sqlite']);

/** The services that traces show, the primary database first, the rest by name. */
export function servicesFrom(traces: readonly Trace[]): Fact<readonly string[]> | undefined {
  const rows = [...new Set(traces.map(({ row }) => row))];
  const weight = (row: string): number =>
    databases.has(row)
      ? 1000 + traces.reduce((sum, trace) => sum + (trace.row === row ? trace.weight : 0), 0)
      : 0;
  const sorted = rows.sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
  const places = sorted.flatMap((row) => traces.find((trace) => trace.row === row)?.at ?? []);
  return sorted.length > 0 ? fact(sorted, ...places) : undefined;
}
