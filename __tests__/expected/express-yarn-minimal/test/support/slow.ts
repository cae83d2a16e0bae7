import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../../src/server.ts';

// A process like web, whose every answer takes its time (milliseconds), and which can fail.
await serve('web', async () => async (request, response) => {
  if (request.url === '/fault') throw new Error('a fault');
  await sleep(Number(process.argv[2]));
  response.end('done');
});
