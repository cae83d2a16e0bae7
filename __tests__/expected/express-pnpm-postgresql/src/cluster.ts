import cluster from 'node:cluster';

// The parent stays small: it never loads the app.
if (cluster.isWorker) await import('./web.ts');
else (await import('./supervisor.ts')).supervise();
