import type { Files } from '../../types.ts';
import { rowOfUrl, type Trace } from '../services.ts';
import type { Code } from './code/code.ts';
import { child, children, lineAt, literal, type Node, nameOf, placeOf } from './code/syntax.ts';
import { walk } from './code/walk.ts';
import { type Manifest, placeIn } from './manifest.ts';

/** Packages that talk to a service → its row. */
const drivers: Readonly<Record<string, string>> = {
  ...{ pg: 'postgresql', 'pg-promise': 'postgresql', postgres: 'postgresql', slonik: 'postgresql' },
  ...{
    'pg-native': 'postgresql',
    '@neondatabase/serverless': 'postgresql',
    '@vercel/postgres': 'postgresql',
  },
  ...{ mysql: 'mysql', mysql2: 'mysql', mariadb: 'mysql' },
  ...{
    mongodb: 'mongodb',
    mongoose: 'mongodb',
    '@typegoose/typegoose': 'mongodb',
    monk: 'mongodb',
  },
  ...{
    'better-sqlite3': 'sqlite',
    sqlite3: 'sqlite',
    sqlite: 'sqlite',
    '@libsql/client': 'sqlite',
  },
  ...{ redis: 'redis', ioredis: 'redis', bull: 'redis', bullmq: 'redis', 'bee-queue': 'redis' },
  ...{
    'connect-redis': 'redis',
    '@fastify/redis': 'redis',
    '@keyv/redis': 'redis',
    '@redis/client': 'redis',
  },
  ...{
    '@fastify/postgres': 'postgresql',
    '@fastify/mongodb': 'mongodb',
    '@fastify/mysql': 'mysql',
  },
  ...{ '@sentry/node': 'sentry', '@sentry/nestjs': 'sentry', '@sentry/nextjs': 'sentry' },
  ...{
    'prom-client': 'prometheus',
    'express-prom-bundle': 'prometheus',
    '@willsoto/nestjs-prometheus': 'prometheus',
  },
  ...{ '@opentelemetry/sdk-node': 'opentelemetry', '@opentelemetry/api': 'opentelemetry' },
  ...{
    'posthog-node': 'posthog',
    '@segment/analytics-node': 'segment',
    'analytics-node': 'segment',
  },
  ...{ '@amplitude/analytics-node': 'amplitude', 'pino-loki': 'loki', 'winston-loki': 'loki' },
  ...{ 'pino-opentelemetry-transport': 'otlp', 'pino-datadog-transport': 'datadog' },
};

/** The services whose drivers the manifest names. */
export const driverTraces = ({ dependencies = {} }: Manifest, text: string): readonly Trace[] =>
  Object.keys(dependencies).flatMap((name) => {
    const row = Object.hasOwn(drivers, name) ? drivers[name] : undefined;
    return row === undefined ? [] : [{ row, at: placeIn(text, 'dependencies', name), weight: 10 }];
  });

/** `provider = "postgresql"` of Prisma's datasource. */
export const prismaTraces = (files: Files): readonly Trace[] =>
  files
    .list()
    .filter((path) => path.endsWith('.prisma'))
    .flatMap((path) => {
      const text = files.read(path) ?? '';
      const found = /datasource\s+\w+\s*\{[^}]*?provider\s*=\s*"(\w+)"/.exec(text);
      const row = found && (rowOfUrl(`${found[1]}:`) ?? undefined);
      if (!found || !row) return [];
      const offset = found.index + found[0].lastIndexOf('provider');
      return [{ row, at: `${path}:${lineAt(text, offset)}`, weight: 50 }];
    });

/** Keys by which ORMs are told their database. */
const keys = new Set(['client', 'dialect', 'type', 'provider', 'driver', 'adapter', 'schema']);
const rows: Readonly<Record<string, string>> = {
  ...{ pg: 'postgresql', postgres: 'postgresql', postgresql: 'postgresql', mysql: 'mysql' },
  ...{ mysql2: 'mysql', mariadb: 'mysql', sqlite: 'sqlite', sqlite3: 'sqlite' },
  ...{ 'better-sqlite3': 'sqlite', mongodb: 'mongodb', mongo: 'mongodb', turso: 'sqlite' },
};
const settings =
  /(?:knexfile|ormconfig|data-?source|drizzle\.config|mikro-orm|sequelize|database|\bdb\b|app\.module|config)/i;

/** What a text must hold to name a service. */
const named =
  /:\/\/|node:sqlite|['"](?:pg|postgres(?:ql)?|mysql2?|mariadb|sqlite3?|better-sqlite3|mongo(?:db)?|turso)['"]/;

/** What the code tells an ORM: `client: 'pg'`, `type: 'postgres'`, a connection's URL. */
export function codeTraces(code: Code): readonly Trace[] {
  return code.with(named).flatMap((source) => {
    const found: Trace[] = [];
    const likely = settings.test(source.path);
    walk(source.program, (node) => {
      const told = node.type === 'Property' && likely ? fromProperty(node) : undefined;
      const text =
        node.type === 'Literal' || node.type === 'TemplateLiteral' ? urlIn(node) : undefined;
      const row =
        told ?? (text && /:\/\//.test(text) ? rowOfUrl(text) : undefined) ?? builtIn(node);
      if (row !== undefined) found.push({ row, at: placeOf(source, node), weight: told ? 30 : 8 });
    });
    return found;
  });
}

function fromProperty(node: Node): string | undefined {
  const name = nameOf(child(node, 'key'));
  const value = literal(child(node, 'value'));
  if (name === undefined || !keys.has(name) || typeof value !== 'string') return undefined;
  return Object.hasOwn(rows, value) ? rows[value] : undefined;
}

/** A URL, also one that is put together: its beginning. */
function urlIn(node: Node): string | undefined {
  const plain = literal(node);
  if (typeof plain === 'string') return plain;
  const [first] = children(node, 'quasis');
  return (first?.value as { cooked?: string } | undefined)?.cooked;
}

/** `import … from 'node:sqlite'`. */
const builtIn = (node: Node): string | undefined =>
  node.type === 'ImportDeclaration' && literal(child(node, 'source')) === 'node:sqlite'
    ? 'sqlite'
    : undefined;

/** Sequelize's own `config/config.json`. */
export function sequelizeTraces(files: Files): readonly Trace[] {
  return ['config/config.json', 'src/config/config.json', 'config/database.json'].flatMap(
    (path) => {
      const text = files.read(path) ?? '';
      const found = /"dialect"\s*:\s*"(\w+)"/g;
      const all = [...text.matchAll(found)];
      const last = all.at(-1);
      const row = last ? rows[last[1] ?? ''] : undefined;
      return last && row ? [{ row, at: `${path}:${lineAt(text, last.index)}`, weight: 30 }] : [];
    },
  );
}
