import type { Container } from './container.ts';

/** MongoDB, without users: it is bound to this machine. */
export const mongodb: Container = {
  name: 'mongodb',
  title: 'MongoDB',
  service: 'mongo',
  image: 'mongo:8',
  images: ['mongo', 'mongodb', 'mongodb-community-server'],
  port: 27017,
  data: '/data/db',
  environment: () => ({}),
  login: ({ MONGO_INITDB_ROOT_USERNAME, MONGO_INITDB_ROOT_PASSWORD, MONGO_INITDB_DATABASE }) => ({
    user: MONGO_INITDB_ROOT_USERNAME ?? '',
    password: MONGO_INITDB_ROOT_PASSWORD ?? '',
    database: MONGO_INITDB_DATABASE ?? 'app',
  }),
  // Its shell has another name up to version 5.
  health: (_login, image) => [
    /:[0-5](?:\.|$)/.test(image) ? 'mongo' : 'mongosh',
    ...['--quiet', '--eval', 'db.runCommand({ping:1})'],
  ],
  prefixes: ['MONGO', 'MONGODB', 'MONGOOSE'],
  primary: true,
  url: ({ host, port }, { user, password, database }) =>
    user === ''
      ? `mongodb://${host}:${port}/${database}`
      : `mongodb://${user}:${password}@${host}:${port}/${database}?authSource=admin`,
};
