import express from 'express';
// @ts-expect-error A package of plain JavaScript.
import { greet } from 'greeting';

const app = express();
const port = Number(process.env.API_PORT ?? 4310);

app.get('/health', (_request, response) => {
  response.json({ status: 'ok' });
});
app.get('/', (_request, response) => {
  response.send(greet('world'));
});

const server = app.listen(port);
process.on('SIGTERM', () => server.close());
