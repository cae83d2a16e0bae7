import type { Environment } from '../types.ts';

/** A value that no app may take, for each variable that has a form. */
export const MALFORMED: Environment = {
  PORT: 'port-eighty',
  DATABASE_URL: 'gopher://nobody:hunter2-canary@nowhere/none',
  PUBLIC_URL: 'not-an-address',
  TRUSTED_PROXIES: 'several-hops',
  SHUTDOWN_DELAY: 'a-while',
  SHUTDOWN_TIMEOUT: 'ages-and-ages',
  LOG_LEVEL: 'loudest',
  SECRET_KEY: 'short-canary-key',
};
