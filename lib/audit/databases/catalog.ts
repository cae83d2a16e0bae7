/** How scratch databases are made on a server: a row of data. */
export interface DatabaseServer {
  readonly protocols: readonly string[];
  /** The client's programs, any of which will do; none where first use makes a database. */
  readonly programs: readonly string[];
  readonly port: string;
  /** The variables that carry the login, so that no password is among the words. */
  variables(url: URL): Readonly<Record<string, string>>;
  /** What goes after DROP DATABASE, so that a connection that just ended is not in its way. */
  readonly force: string;
  words(url: URL, statement: string): readonly string[];
}

const postgresql: DatabaseServer = {
  protocols: ['postgres:', 'postgresql:'],
  programs: ['psql'],
  port: '5432',
  force: 'WITH (FORCE)',
  variables: (url) => ({
    PGHOST: url.hostname,
    PGPORT: url.port || '5432',
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: url.pathname.slice(1),
  }),
  words: (_url, statement) => ['--no-psqlrc', '--quiet', '--command', statement],
};

const mysql: DatabaseServer = {
  protocols: ['mysql:', 'mariadb:'],
  programs: ['mariadb', 'mysql'],
  port: '3306',
  force: '',
  variables: (url) => ({ MYSQL_PWD: decodeURIComponent(url.password) }),
  words: (url, statement) => [
    '--no-defaults',
    `--host=${url.hostname}`,
    `--port=${url.port || '3306'}`,
    `--user=${decodeURIComponent(url.username)}`,
    `--execute=${statement}`,
  ],
};

const mongodb: DatabaseServer = {
  protocols: ['mongodb:'],
  programs: [],
  port: '27017',
  force: '',
  variables: () => ({}),
  words: () => [],
};

/** The database servers that the audit knows. */
export const servers: readonly DatabaseServer[] = [postgresql, mysql, mongodb];
