import { broken } from './broken.ts';

type Rule = (value: string) => boolean;

const whole: Rule = (value) => /^\d+$/.test(value);
const anything: Rule = (value) => value !== '';

/** The form of each variable. */
const RULES: Readonly<Record<string, Rule>> = {
  NODE_ENV: (value) => ['development', 'test', 'production'].includes(value),
  PORT: whole,
  DATABASE_URL: (value) => value.startsWith('sqlite:'),
  SECRET_KEY: (value) => value.length >= 50,
  API_TOKENS: anything,
  PUBLIC_URL: URL.canParse,
  TRUSTED_PROXIES: whole,
  SHUTDOWN_DELAY: whole,
  SHUTDOWN_TIMEOUT: whole,
  LOG_LEVEL: (value) => ['error', 'info'].includes(value),
  ADMIN_EMAIL: anything,
  ADMIN_PASSWORD: anything,
};

/** The environment, complete; ends the process with 78 and the names of all that is wrong. */
export function loadConfig(process_: NodeJS.Process, required: readonly string[]) {
  const { env } = process_;
  const fallback = broken('environment-default') ? 'development' : 'production';
  const environment = env.NODE_ENV ?? fallback;
  const wrong = wrongOf(env, environment === 'production' ? required : []);
  if (wrong.length > 0) refuse(process_, broken('first-only') ? wrong.slice(0, 1) : wrong);
  return settingsOf(env, environment === 'production');
}

function wrongOf(env: NodeJS.ProcessEnv, required: readonly string[]): readonly string[] {
  const own = broken('optional') ? [] : required;
  const missing = own.filter((name) => (env[name] ?? '') === '');
  const malformed = Object.entries(RULES).filter(([name, rule]) => {
    const value = env[name];
    return value !== undefined && value !== '' && !rule(value) && !broken(`take-${name}`);
  });
  return [...missing, ...malformed.map(([name]) => name)];
}

function settingsOf(env: NodeJS.ProcessEnv, production: boolean) {
  const host = production && !broken('loopback') ? '0.0.0.0' : '127.0.0.1';
  return {
    production,
    port: Number(env.PORT ?? 3000),
    adminPort: Number(env.ADMIN_PORT ?? env.PORT ?? 3000),
    host: env.HOST ?? (broken('all-interfaces') ? '0.0.0.0' : host),
    database: (env.DATABASE_URL ?? 'sqlite:///:memory:').replace('sqlite:///', ''),
    key: env.SECRET_KEY ?? '',
    tokens: (env.API_TOKENS ?? '*').split(','),
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL) : undefined,
    allowedHosts: (env.ALLOWED_HOSTS ?? '').split(','),
    origins: (env.CORS_ORIGINS ?? '').split(','),
    proxies: Number(env.TRUSTED_PROXIES ?? 0),
    delay: Number(env.SHUTDOWN_DELAY ?? 0),
    timeout: Number(env.SHUTDOWN_TIMEOUT ?? 8),
    quiet: env.LOG_LEVEL === 'error' && !broken('log-level'),
    metricsToken: env.METRICS_TOKEN,
    dashboards:
      !production || (broken('dashboards') ? 'DASHBOARDS' in env : env.DASHBOARDS === 'true'),
    email: env.ADMIN_EMAIL,
    password: env.ADMIN_PASSWORD,
  };
}

/** What the app knows of its environment. */
export type Config = ReturnType<typeof loadConfig>;

function refuse(process_: NodeJS.Process, names: readonly string[]): never {
  for (const name of names) {
    const value = broken('show-values') ? process_.env[name] : 'is missing or malformed';
    process_.stderr.write(`${name}: ${value}\n`);
  }
  return process_.exit(broken('exit-code') ? 1 : 78);
}
