import { type Client, sql } from './client.ts';

/** Sequelize; what asks would be in its log at every probe. */
export const sequelize: Client = {
  package: 'sequelize',
  from: 'sequelize(?:-typescript)?',
  made: 'new (?:Sequelize\\.)?Sequelize',
  services: sql,
  check: 'checkSequelize',
  ask: (name) => `${name}.authenticate({ logging: false })`,
};
