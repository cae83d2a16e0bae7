import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../../src/server.ts';

// A process like web, whose every answer takes its time (milliseconds).
await serve('web', async () => async (_request, response) => {
  await sleep(Number(process.argv[2]));
  response.end('done');
});
