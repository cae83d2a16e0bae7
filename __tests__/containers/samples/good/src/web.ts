import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';

const database = new DatabaseSync('data/sample.sqlite');
database.exec('create table if not exists todos (id integer primary key, title text)');

const server = createServer(async (request, response) => {
  if (request.url === '/healthz') return response.end('ok');
  if (request.headers.authorization !== `Bearer ${process.env.API_TOKENS}`) {
    return response.writeHead(401).end();
  }
  if (request.method === 'POST') {
    const { title }: { title: string } = JSON.parse(await text(request));
    const { lastInsertRowid } = database.prepare('insert into todos (title) values (?)').run(title);
    return response.writeHead(201, { location: `/api/todos/${lastInsertRowid}` }).end();
  }
  const id = request.url?.split('/').at(-1) ?? '';
  const found = database.prepare('select * from todos where id = ?').get(id);
  return response.writeHead(found ? 200 : 404).end(JSON.stringify(found ?? {}));
});
server.listen(Number(process.env.PORT ?? 3000));
process.once('SIGTERM', () => server.close());
