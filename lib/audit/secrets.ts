import { randomBytes } from 'node:crypto';
import type { Secrets } from './types.ts';

/** Fresh secrets for one audit; the keys have the length that an app must ask for. */
export function freshSecrets(): Secrets {
  const random = (bytes: number) => randomBytes(bytes).toString('hex');
  return {
    token: `audit-token-${random(12)}`,
    secondToken: `audit-second-${random(12)}`,
    queryToken: `audit-query-${random(12)}`,
    key: random(32),
    otherKey: random(32),
    metrics: `audit-metrics-${random(12)}`,
    email: 'audit@example.com',
    password: `Audit-${random(10)}`,
  };
}

/** The values that no output may show, with the name of each: the database's password too. */
export function secretValues(secrets: Secrets, databaseUrl: string): ReadonlyMap<string, string> {
  const values = new Map([
    ['a token of API_TOKENS', secrets.token],
    ['the second token of API_TOKENS', secrets.secondToken],
    ['SECRET_KEY', secrets.key],
    ['another SECRET_KEY', secrets.otherKey],
    ['METRICS_TOKEN', secrets.metrics],
    ['ADMIN_PASSWORD', secrets.password],
  ]);
  const { password } = new URL(databaseUrl);
  if (password.length > 3) values.set("the database's password", decodeURIComponent(password));
  return values;
}

/** The text with every secret replaced by its name. */
export function redact(text: string, values: ReadonlyMap<string, string>): string {
  let shown = text;
  for (const [name, value] of values) shown = shown.replaceAll(value, `<${name}>`);
  return shown;
}
