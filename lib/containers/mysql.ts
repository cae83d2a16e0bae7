import type { Container } from './container.ts';

/** MySQL, or MariaDB in its place. */
export const mysql: Container = {
  name: 'mysql',
  title: 'MySQL',
  service: 'mysql',
  image: 'mysql:8.4',
  images: ['mysql', 'mysql-server', 'mariadb', 'percona'],
  port: 3306,
  data: '/var/lib/mysql',
  environment: ({ user, password, database }) => ({
    MYSQL_USER: user,
    MYSQL_PASSWORD: password,
    MYSQL_DATABASE: database,
    MYSQL_ROOT_PASSWORD: password,
  }),
  login: (environment) => {
    const given = (name: string): string | undefined =>
      environment[`MYSQL_${name}`] ?? environment[`MARIADB_${name}`];
    const database = given('DATABASE') ?? 'app';
    const user = given('USER');
    return user === undefined
      ? { user: 'root', password: given('ROOT_PASSWORD') ?? '', database }
      : { user, password: given('PASSWORD') ?? '', database };
  },
  // It answers, even where it would refuse the login.
  health: (_login, image) => [
    image.includes('mariadb') ? 'mariadb-admin' : 'mysqladmin',
    ...['ping', '--host=127.0.0.1'],
  ],
  prefixes: ['MYSQL', 'MARIADB'],
  primary: true,
  url: ({ host, port }, { user, password, database }) =>
    `mysql://${user}:${password}@${host}:${port}/${database}`,
};
