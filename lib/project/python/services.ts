import * as env from '../../documents/env.ts';
import type { Fact, Files } from '../../types.ts';
import { servicesIn } from './compose.ts';
import type { Gathered } from './gathered.ts';
import { placeOf } from './manifests/read.ts';
import { placeIn, textIn } from './syntax/ask.ts';
import { lineWith } from './text.ts';

/** A service and how its drivers, engines, addresses and images are known; primary databases first. */
const rows: readonly {
  readonly name: string;
  readonly drivers: RegExp;
  readonly engine: RegExp;
  readonly scheme: RegExp;
  readonly image: RegExp;
}[] = [
  {
    name: 'postgresql',
    drivers: /^(?:psycopg2?(?:-binary|-c)?|asyncpg|pg8000|aiopg|psycopg2cffi)$/,
    engine: /(?:postgresql|postgis|psycopg)/,
    scheme: /^(?:postgres(?:ql)?|postgis)(?:\+\w+)?:\/\//,
    image: /(?:^|\/)(?:postgres|postgresql|postgis|timescaledb|pgvector)(?::|$)/,
  },
  {
    name: 'mysql',
    drivers: /^(?:mysqlclient|pymysql|aiomysql|asyncmy|mysql-connector-python)$/,
    engine: /mysql/,
    scheme: /^(?:mysql|mariadb)(?:\+\w+)?:\/\//,
    image: /(?:^|\/)(?:mysql|mariadb|mysql-server)(?::|$)/,
  },
  {
    name: 'mongodb',
    drivers:
      /^(?:pymongo|motor|mongoengine|flask-mongoengine|flask-pymongo|beanie|odmantic|djongo|django-mongodb-backend)$/,
    engine: /(?:mongodb|djongo)/,
    scheme: /^mongodb(?:\+srv)?:\/\//,
    image: /(?:^|\/)(?:mongo|mongodb)(?::|$)/,
  },
  {
    name: 'sqlite',
    drivers: /^(?:aiosqlite)$/,
    engine: /(?:^|\.)(?:sqlite3|spatialite)$/,
    scheme: /^sqlite(?:\+\w+)?:\/\//,
    image: /^$/,
  },
  {
    name: 'redis',
    drivers:
      /^(?:redis|aioredis|django-redis|hiredis|flask-redis|rq|django-rq|arq|channels-redis|valkey)$/,
    engine: /(?:^|[._])redis\.RedisCache$|django_redis/i,
    scheme: /^rediss?:\/\//,
    image: /(?:^|\/)(?:redis|valkey|redis-stack)(?::|$)/,
  },
];

interface Sign {
  readonly name: string;
  readonly place: string;
}

/** The services that are attached: by driver, engine, address and image. SQLite only where alone. */
export async function servicesOf(
  gathered: Gathered,
  compose: string | undefined,
): Promise<Fact<readonly string[]> | undefined> {
  const signs = [
    ...byDriver(gathered),
    ...byCode(gathered),
    ...byEnvironment(gathered.files),
    ...(await byImage(gathered.files, compose)),
  ];
  const found = rows
    .map(({ name }) => name)
    .filter((name) => signs.some((sign) => sign.name === name));
  const servers = found.filter((name) => name !== 'sqlite' && name !== 'redis');
  const value = found.filter((name) => name !== 'sqlite' || servers.length === 0);
  if (value.length === 0) return undefined;
  const evidence = value.flatMap((name) => signs.find((sign) => sign.name === name)?.place ?? []);
  return { value, evidence };
}

const byDriver = ({ manifests }: Gathered): readonly Sign[] =>
  manifests.requirements.flatMap((requirement) => {
    const { name, dev, extras } = requirement;
    const row = rows.find(
      ({ drivers }) =>
        !dev &&
        (drivers.test(name) || (name === 'celery' && extras.some((extra) => drivers.test(extra)))),
    );
    return row ? [{ name: row.name, place: placeOf(requirement) }] : [];
  });

/** Engines of Django's settings, and addresses in the code. */
const byCode = ({ modules }: Gathered): readonly Sign[] =>
  modules.flatMap((module) => [
    ...module.pairs
      .filter(({ key }) => textIn(key) === 'ENGINE' || textIn(key) === 'BACKEND')
      .flatMap(({ value, line }) => {
        const row = rows.find(({ engine }) => engine.test(textIn(value) ?? ''));
        return row ? [{ name: row.name, place: placeIn(module, { line }) }] : [];
      }),
    ...module.texts.flatMap((text) => {
      const row = rows.find(({ scheme }) => scheme.test(text.text));
      return row ? [{ name: row.name, place: placeIn(module, text) }] : [];
    }),
  ]);

const environments = /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|[\w.-]*\.env|alembic\.ini)$/;

function byEnvironment(files: Files): readonly Sign[] {
  return files
    .list()
    .filter((path) => environments.test(path))
    .flatMap((path) => {
      const text = files.read(path) ?? '';
      const values = path.endsWith('.ini')
        ? [...text.matchAll(/^sqlalchemy\.url\s*=\s*(\S+)/gm)].map(([, url = '']) => url)
        : env.names(text).map((name) => env.value(text, name) ?? '');
      return values.flatMap((value) => {
        const row = rows.find(
          ({ scheme }) => scheme.test(value) && value !== 'driver://user:pass@localhost/dbname',
        );
        return row ? [{ name: row.name, place: `${path}:${lineWith(text, value)}` }] : [];
      });
    });
}

async function byImage(files: Files, path: string | undefined): Promise<readonly Sign[]> {
  const text = path === undefined ? undefined : files.read(path);
  if (path === undefined || text === undefined) return [];
  return (await servicesIn(path, text)).flatMap(({ image = '' }) => {
    const row = rows.find((each) => each.image.test(image.replace(/@.*/, '')));
    return row ? [{ name: row.name, place: `${path}:${lineWith(text, image)}` }] : [];
  });
}
