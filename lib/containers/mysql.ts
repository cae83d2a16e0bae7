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
  login: ({ MYSQL_USER, MYSQL_PASSWORD, MYSQL_ROOT_PASSWORD, MYSQL_DATABASE: database = 'app' }) =>
    MYSQL_USER === undefined
      ? { user: 'root', password: MYSQL_ROOT_PASSWORD ?? '', database }
      : { user: MYSQL_USER, password: MYSQL_PASSWORD ?? '', database },
  // It answers, even where it would refuse the login.
  health: () => ['mysqladmin', 'ping', '--host=127.0.0.1'],
  prefixes: ['MYSQL', 'MARIADB'],
  primary: true,
  url: ({ host, port }, { user, password, database }) =>
    `mysql://${user}:${password}@${host}:${port}/${database}`,
};
