import { type Client, sql } from './client.ts';

/** Prisma's client over SQL. */
export const prisma: Client = {
  package: '@prisma/client',
  from: '[^\'"]*prisma[^\'"]*',
  made: 'new PrismaClient',
  services: sql,
  check: 'checkPrisma',
  ask: (name) => `${name}.$queryRaw\`SELECT 1\``,
};
