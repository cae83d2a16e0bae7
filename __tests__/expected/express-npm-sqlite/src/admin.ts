import { enableCompileCache } from 'node:module';

// Before any other import: AdminJS is large.
enableCompileCache();
const [{ serve }, { createAdmin }] = await Promise.all([
  import('./server.ts'),
  import('./admin/app.ts'),
]);
await serve('admin', createAdmin, ({ PORT, ADMIN_PORT = PORT }) => ADMIN_PORT);
