import { randomUUID } from 'node:crypto';
import cors from 'cors';
import express from 'express';
import helmet from 'helmet';
import { Kysely } from 'kysely';
import { pino } from 'pino';
import * as z from 'zod';
import { createDialect } from './database/dialect.ts';
import type { Tables } from './database/tables.ts';
import { toTodo } from './todos/repository.ts';

// The same list from the same database by the same libraries, each used as its own README says.
const Query = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
});
const db = new Kysely<Tables>({ dialect: createDialect(process.env.DATABASE_URL ?? '', 5000) });
const log = pino();
const app = express();
app.use(helmet());
app.use(cors({ origin: false }));
app.use((request, response, next) => {
  const requestId = randomUUID();
  response.setHeader('X-Request-Id', requestId);
  const start = performance.now();
  response.once('close', () => {
    const duration = Math.round(performance.now() - start);
    const { method, path } = request;
    log.info({ requestId, method, path, status: response.statusCode, duration }, 'request');
  });
  next();
});
app.get('/readyz', (_request, response) => {
  response.json({ status: 'ready' });
});
app.get('/api/todos', async (request, response) => {
  const { limit, offset } = Query.parse(request.query);
  const ordered = db.selectFrom('todos').selectAll().orderBy('created_at').orderBy('id');
  const count = db.selectFrom('todos').select(({ fn }) => fn.countAll().as('total'));
  const [rows, { total }] = await Promise.all([
    ordered.limit(limit).offset(offset).execute(),
    count.executeTakeFirstOrThrow(),
  ]);
  response.json({ items: rows.map(toTodo), total: Number(total), limit, offset });
});
app.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
