import { settings, variable } from '../../../lib/django.ts';
import { lines, listed, needs, trees } from '../../../lib/lines.ts';
import type { Row } from '../../../lib/types.ts';
import { composeUpdates } from '../compose.ts';
import { pythonClient } from '../existing/python.ts';
import { client } from '../existing.ts';

const service = `
redis:
  image: redis:8
  ports: ["127.0.0.1:\${REDIS_PORT:-6379}:6379"]
  volumes: ["redis:/data"]
  healthcheck:
    test: [CMD, redis-cli, ping]
    interval: 2s
    timeout: 5s
    retries: 30
  security_opt: ["no-new-privileges:true"]
  restart: unless-stopped`;

const ciService = `  redis:
    image: redis:8
    ports: ["6379:6379"]
    options: >-
      --health-cmd "redis-cli ping"
      --health-interval 2s --health-timeout 5s --health-retries 30`;

/** Redis 7 and later, or Valkey. */
export const redis: Row = {
  name: 'redis',
  title: 'Redis',
  variables: [
    {
      name: 'REDIS_URL',
      about: 'The cache.',
      section: 'Backing services',
      example: 'redis://127.0.0.1:6379/0',
      required: 'always',
    },
  ],
  existing: {
    node: client({
      template: 'redis',
      names: ['cache', 'open-cache'],
      check: 'checkCache',
      packages: ['redis'],
    }),
    python: pythonClient({
      template: 'redis',
      names: ['cache', 'open_cache'],
      check: 'check_cache',
      dependencies: needs('redis'),
      settings: { django: 'CACHES' },
    }),
  },
  stacks: {
    express: {
      dependencies: needs('redis'),
      trees: trees('backing-services/templates/express/caches/redis'),
      lines: [
        ...lines(
          'src/config.ts#common',
          ['/** The cache. */', "REDIS_URL: address('redis', 'rediss'),"],
          10,
        ),
        ...listed('src/resources.ts', 'resources', {
          name: 'openCache',
          from: './cache.ts',
          item: 'cache: openCache(parts.config, parts.log),',
          rank: 20,
        }),
        ...lines('test/support/settings.ts#head', [
          "import { environment } from '../../src/environment.ts';\n\n",
        ]),
        ...lines('test/support/settings.ts#settings', [
          "REDIS_URL: environment().REDIS_URL ?? 'redis://127.0.0.1:6379',",
        ]),
        ...lines(
          'scripts/services.ts#services',
          ["{ name: 'redis', variable: 'REDIS_URL', port: 6379 }"],
          10,
        ),
      ],
    },
    django: {
      dependencies: needs('redis'),
      trees: trees('backing-services/templates/django/caches/redis'),
      lines: [
        ...settings('config.cache', 'CACHES'),
        ...variable(
          20,
          'The cache.',
          'REDIS_URL: str = env.str("REDIS_URL", validate=address("redis", "rediss"), **required_by("manage", "release", "web"))',
        ),
        ...lines('config/resources.py#imports', ['from config.cache import check_cache']),
        ...lines('config/resources.py#checks', ['check_cache,'], 10),
        ...lines('scripts/services.py#services', ['Service("redis", "REDIS_URL", 6379)'], 10),
      ],
    },
  },
  lines: [
    ...lines('compose.yaml#environment', ['REDIS_URL: redis://redis:6379/0'], 10),
    ...lines('compose.yaml#needs', ['redis: { condition: service_healthy }']),
    ...composeUpdates,
    ...lines('compose.yaml#services', [service], 20),
    ...lines('compose.yaml#volumes', ['redis:'], 20),
    ...lines('.github/workflows/ci.yml#services', ['services:'], -1),
    ...lines('.github/workflows/ci.yml#services', [ciService], 10),
    ...lines('.github/workflows/ci.yml#environment', ['  REDIS_URL: redis://127.0.0.1:6379/0'], 20),
    ...lines('.github/workflows/ci.yml#environment', ['env:'], -1),
  ],
};
