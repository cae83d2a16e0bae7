/** The environment of a process under test; the database is made for each file. */
export const settings = {
  NODE_ENV: 'test',
  HOST: '127.0.0.1',
  PORT: '0',
  SECRET_KEY: 'only-for-tests-'.repeat(5),
  API_TOKENS: '*',
  LOG_LEVEL: 'silent',
};
