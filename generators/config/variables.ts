import type { Project, Variable } from '../../lib/types.ts';

/** What differs by stack: who needs SECRET_KEY, and the levels of logs. */
const words: Readonly<Record<string, { secret: string; levels: string }>> = {
  express: {
    secret: 'by web and admin',
    levels: 'trace, debug, info, warn, error, fatal or silent',
  },
  django: { secret: 'always', levels: 'debug, info, warn, error or fatal' },
};

/** The variables that every app has, whatever it is attached to. */
export const variablesOf = ({ port, stack }: Project): readonly Variable[] => [
  {
    name: 'PORT',
    about: 'Where the web process listens.',
    section: 'Process',
    example: String(port),
    fallback: `\`${port}\``,
  },
  {
    name: 'HOST',
    about: 'The interface to listen on.',
    section: 'Process',
    fallback: '`0.0.0.0`; `127.0.0.1` in development and test',
  },
  {
    name: 'WEB_CONCURRENCY',
    about: 'How many processes the server container runs, where it can run several.',
    section: 'Process',
    fallback: '`1`',
  },
  {
    name: 'SHUTDOWN_DELAY',
    about: 'Seconds that a stop still serves after /readyz turned 503.',
    section: 'Process',
    fallback: '`0`',
  },
  {
    name: 'SHUTDOWN_TIMEOUT',
    about: 'Seconds that a stop waits for requests under way.',
    section: 'Process',
    fallback: '`8`',
  },
  {
    name: 'PUBLIC_URL',
    about: 'The address that users see; https: turns on Secure cookies, HSTS and the redirect.',
    section: 'Web',
    fallback: 'plain HTTP under any host',
  },
  {
    name: 'ALLOWED_HOSTS',
    about: 'Further host names that are served, besides that of PUBLIC_URL.',
    section: 'Web',
  },
  {
    name: 'TRUSTED_PROXIES',
    about: 'How many proxies in front of the app are believed in X-Forwarded-*.',
    section: 'Web',
    fallback: '`0`',
  },
  { name: 'CORS_ORIGINS', about: 'Origins whose pages may call the API.', section: 'Web' },
  {
    name: 'DASHBOARDS',
    about: 'Whether Swagger UI and GraphiQL are served.',
    section: 'Web',
    fallback: '`false`; `true` in development and test',
  },
  {
    name: 'SECRET_KEY',
    about: 'Signs cookies, 50 characters at least.',
    section: 'Security',
    secret: true,
    required: words[stack.name]?.secret ?? 'always',
  },
  {
    name: 'API_TOKENS',
    about: 'Bearer tokens of the API, with commas between them; * makes it public.',
    section: 'Security',
    example: '*',
    required: 'in production',
    fallback: '`*` in development and test',
  },
  {
    name: 'LOG_LEVEL',
    about: `The least level that is logged: ${words[stack.name]?.levels}.`,
    section: 'Observability',
    fallback: '`info`; `debug` in development and test',
  },
];
