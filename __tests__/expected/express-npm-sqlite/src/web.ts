import { enableCompileCache } from 'node:module';

// Before any other import: what was compiled once starts faster the next time.
enableCompileCache();
const [{ serve }, { createApp }] = await Promise.all([import('./server.ts'), import('./app.ts')]);
await serve('web', createApp);
