import type { Container } from './container.ts';

/** PostgreSQL. */
export const postgresql: Container = {
  name: 'postgresql',
  title: 'PostgreSQL',
  service: 'postgres',
  image: 'postgres:17',
  images: ['postgres', 'postgresql', 'postgis', 'timescaledb', 'pgvector'],
  port: 5432,
  data: '/var/lib/postgresql/data',
  environment: ({ user, password, database }) => ({
    POSTGRES_USER: user,
    POSTGRES_PASSWORD: password,
    POSTGRES_DB: database,
  }),
  login: ({ POSTGRES_USER: user = 'postgres', POSTGRES_PASSWORD, POSTGRES_DB }) => ({
    user,
    password: POSTGRES_PASSWORD ?? user,
    database: POSTGRES_DB ?? user,
  }),
  health: ({ user, database }) => [
    'pg_isready',
    '--host=127.0.0.1',
    `--username=${user}`,
    `--dbname=${database}`,
  ],
  prefixes: ['POSTGRES', 'POSTGRESQL', 'PG'],
  primary: true,
  url: ({ host, port }, { user, password, database }) =>
    `postgresql://${user}:${password}@${host}:${port}/${database}`,
};
