import type { Container } from './container.ts';
import { mongodb } from './mongodb.ts';
import { mysql } from './mysql.ts';
import { postgresql } from './postgresql.ts';
import { redis } from './redis.ts';

/** Every service that runs in a container, by the names that menus and facts use. */
export const containers: readonly Container[] = [postgresql, mysql, mongodb, redis];
