import express from 'express';

// Express and nothing else: the least that an app of it can cost.
const app = express();
app.get('/readyz', (_request, response) => {
  response.json({ status: 'ready' });
});
app.get('/api/todos', (_request, response) => {
  response.json({ items: [], total: 0, limit: 20, offset: 0 });
});
app.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
