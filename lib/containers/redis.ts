import type { Container } from './container.ts';

/** Redis, or Valkey in its place. */
export const redis: Container = {
  name: 'redis',
  title: 'Redis',
  service: 'redis',
  image: 'redis:8',
  images: ['redis', 'valkey', 'redis-stack', 'redis-stack-server', 'dragonfly'],
  port: 6379,
  data: '/data',
  environment: () => ({}),
  login: () => ({ user: '', password: '', database: '0' }),
  health: () => ['redis-cli', 'ping'],
  prefixes: ['REDIS', 'CACHE', 'BROKER', 'CELERY_BROKER', 'CELERY_RESULT', 'QUEUE'],
  primary: false,
  url: ({ host, port }, { database }) => `redis://${host}:${port}/${database}`,
};
