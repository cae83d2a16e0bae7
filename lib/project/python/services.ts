import type { Fact } from '../../types.ts';
import { composedIn, imageTraces } from '../compose.ts';
import { settingsOf, urlTraces } from '../environment.ts';
import { rowOfUrl, servicesFrom, type Trace } from '../services.ts';
import type { Gathered } from './gathered.ts';
import { placeOf } from './manifests/read.ts';
import { placeIn, textIn } from './syntax/ask.ts';
import { linesOf } from './text.ts';

/** A service and how its drivers and engines are known. */
const rows: readonly {
  readonly name: string;
  readonly drivers: RegExp;
  readonly engine: RegExp;
}[] = [
  {
    name: 'postgresql',
    drivers: /^(?:psycopg2?(?:-binary|-c)?|asyncpg|pg8000|aiopg|psycopg2cffi)$/,
    engine: /(?:postgresql|postgis|psycopg)/,
  },
  {
    name: 'mysql',
    drivers: /^(?:mysqlclient|pymysql|aiomysql|asyncmy|mysql-connector-python)$/,
    engine: /mysql/,
  },
  {
    name: 'mongodb',
    drivers:
      /^(?:pymongo|motor|mongoengine|flask-mongoengine|flask-pymongo|beanie|odmantic|djongo|django-mongodb-backend)$/,
    engine: /(?:mongodb|djongo)/,
  },
  {
    name: 'sqlite',
    drivers: /^(?:aiosqlite)$/,
    engine: /(?:^|\.)(?:sqlite3|spatialite)$/,
  },
  {
    name: 'redis',
    drivers:
      /^(?:redis|aioredis|django-redis|hiredis|flask-redis|rq|django-rq|arq|channels-redis|valkey)$/,
    engine: /(?:^|[._])redis\.RedisCache$|django_redis/i,
  },
];

/** The services that are attached: by driver, engine, address and image; SQLite only where alone. */
export async function servicesOf(
  gathered: Gathered,
  compose: string | undefined,
): Promise<Fact<readonly string[]> | undefined> {
  const { files } = gathered;
  const traces = [
    ...byDriver(gathered),
    ...byCode(gathered),
    ...byAlembic(gathered),
    ...urlTraces(settingsOf(files)),
    ...imageTraces(await composedIn(files, compose)),
  ];
  const servers = traces.filter(({ row }) => row !== 'sqlite' && row !== 'redis');
  return servicesFrom(servers.length > 0 ? traces.filter(({ row }) => row !== 'sqlite') : traces);
}

const byDriver = ({ manifests }: Gathered): readonly Trace[] =>
  manifests.requirements.flatMap((requirement) => {
    const { name, dev, extras } = requirement;
    const names = name === 'celery' ? extras : [name];
    const row = rows.find(({ drivers }) => !dev && names.some((each) => drivers.test(each)));
    return row ? [{ row: row.name, at: placeOf(requirement), weight: 10 }] : [];
  });

/** Engines of Django's settings, and addresses in the code. */
const byCode = ({ modules }: Gathered): readonly Trace[] =>
  modules.flatMap((module) => [
    ...module.pairs
      .filter(({ key }) => textIn(key) === 'ENGINE' || textIn(key) === 'BACKEND')
      .flatMap(({ value, line }) => {
        const row = rows.find(({ engine }) => engine.test(textIn(value) ?? ''));
        return row ? [{ row: row.name, at: placeIn(module, { line }), weight: 20 }] : [];
      }),
    ...module.texts.flatMap((text) => {
      const row = /^[a-z0-9+]+:\/\/./.test(text.text) ? rowOfUrl(text.text) : undefined;
      return row ? [{ row, at: placeIn(module, text), weight: 5 }] : [];
    }),
  ]);

/** The address in alembic's file. */
const byAlembic = ({ files }: Gathered): readonly Trace[] =>
  files
    .list()
    .filter((path) => /(?:^|\/)alembic\.ini$/.test(path))
    .flatMap((path) =>
      linesOf(files.read(path) ?? '').flatMap((line, index) => {
        const row = rowOfUrl(/^sqlalchemy\.url\s*=\s*(\S+)/.exec(line)?.[1] ?? '');
        return row ? [{ row, at: `${path}:${index + 1}`, weight: 20 }] : [];
      }),
    );
