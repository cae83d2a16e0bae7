import * as z from 'zod';
import { address, environment, flag, integer, list } from './environment.ts';

/** What an unset variable means, by environment. Secrets have no default in production. */
const local = { HOST: '127.0.0.1', API_TOKENS: '*', DASHBOARDS: 'true', LOG_LEVEL: 'debug' };
const defaults = {
  development: {
    ...local,
    DATABASE_URL: 'sqlite:///data/development.sqlite',
  },
  test: {
    ...local,
    DATABASE_URL: 'sqlite:///data/test.sqlite',
  },
  production: {},
};

/** Variables of every process. */
const common = {
  /** The environment; staging is `production` with other keys. Unset is production. */
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  /** The least level of the lines that are logged. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** The database. */
  DATABASE_URL: z.string().regex(/^sqlite:\/\/\/./, 'must be sqlite:///<file>'),
};

/** Variables of the processes that listen. */
const server = {
  ...common,
  /** The port to listen on. */
  PORT: integer(0, 65535).default(3000),
  /** The interface to listen on. */
  HOST: z.string().default('0.0.0.0'),
  /** The address that users see; `https:` turns on Secure cookies, HSTS and the redirect. */
  PUBLIC_URL: address('http', 'https')
    .transform((text) => new URL(text))
    .optional(),
  /** Further names under which the app is reached, besides that of PUBLIC_URL. */
  ALLOWED_HOSTS: list.default([]),
  /** How many proxies in front of the app are believed in X-Forwarded-*. */
  TRUSTED_PROXIES: integer(0, 20).default(0),
  /** Signs cookies. Required, also in development. */
  SECRET_KEY: z.string().min(50),
  /** Seconds that the app still serves after `/readyz` turned 503. */
  SHUTDOWN_DELAY: integer(0, 3600).default(0),
  /** Seconds that a stop waits for requests under way. */
  SHUTDOWN_TIMEOUT: integer(0, 3600).default(8),
};

const schemas = {
  web: z.object({
    ...server,
    /** Bearer tokens of the API, or `*` for a public one. Required in production. */
    API_TOKENS: list.refine((tokens) => tokens.length > 0, 'must name a token'),
    /** Origins whose pages may call the API. */
    CORS_ORIGINS: list.default([]),
    /** Whether Swagger UI and GraphiQL are served. */
    DASHBOARDS: flag.default(false),
    /** How many processes the cluster runs. */
    WEB_CONCURRENCY: integer(1, 256).default(1),
  }),
  manage: z.object(common),
};

/** A kind of process; each checks only the variables that it reads. */
export type Process = keyof typeof schemas;
/** The kinds that listen. */
export type Listening = Exclude<Process, 'manage'>;
/** The configuration of one kind of process. */
export type Config<P extends Process> = Readonly<z.infer<(typeof schemas)[P]>>;
/** What every process has. */
export type CommonConfig = Config<'manage'>;
/** What every listening process has. */
export type ServerConfig = Readonly<z.infer<z.ZodObject<typeof server>>>;

/** Names every variable that is missing or malformed, never a value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the environment of one kind of process. Throws ConfigError. */
export function loadConfig<P extends Process>(process: P, env = environment()): Config<P> {
  // Compose files and CI pass an unset variable as an empty one.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const known = common.NODE_ENV.safeParse(given.NODE_ENV);
  const result = schemas[process].safeParse({
    ...defaults[known.data ?? 'production'],
    ...given,
  });
  if (result.success) return Object.freeze(result.data) as Config<P>;
  const lines = result.error.issues.map(({ path: [name = ''], message }) =>
    given[String(name)] === undefined
      ? `  ${String(name)} is not set`
      : `  ${String(name)} ${message}`,
  );
  throw new ConfigError(`The environment of the ${process} process:\n${lines.join('\n')}`);
}
