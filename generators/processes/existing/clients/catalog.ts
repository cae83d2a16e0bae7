import type { Client } from './client.ts';
import { drizzle } from './drizzle.ts';
import { ioredis } from './ioredis.ts';
import { knex } from './knex.ts';
import { mysql } from './mysql.ts';
import { postgres } from './postgres.ts';
import { postgresql } from './postgresql.ts';
import { prisma } from './prisma.ts';
import { redis } from './redis.ts';
import { sequelize } from './sequelize.ts';
import { typeorm } from './typeorm.ts';

/** The foremost first: of several that speak to one service, it alone is asked. */
export const clients: readonly Client[] = [
  ...[prisma, drizzle, typeorm, sequelize, knex],
  ...[postgresql, postgres, mysql],
  ...[ioredis, redis],
];
