import express from 'express';
import { Kysely } from 'kysely';
import { pino } from 'pino';
import { createDialect } from './database/dialect.ts';
import type { Tables } from './database/tables.ts';
import { toTodo } from './todos/repository.ts';

// The same list from the same database by the same libraries, without the app around it.
const db = new Kysely<Tables>({ dialect: createDialect(process.env.DATABASE_URL ?? '', 5000) });
const log = pino(pino.destination({ fd: 1, sync: false }));
const app = express();
app.use((request, response, next) => {
  const start = performance.now();
  response.once('close', () => {
    const duration = Math.round(performance.now() - start);
    log.info({ method: request.method, path: request.path, status: response.statusCode, duration });
  });
  next();
});
app.get('/readyz', (_request, response) => {
  response.json({ status: 'ready' });
});
app.get('/api/todos', async (request, response) => {
  const limit = Number(request.query.limit ?? 20);
  const offset = Number(request.query.offset ?? 0);
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
