import { buildApp } from './app.js';
import { config } from './config.js';

const app = await buildApp(config.logLevel);

try {
  await app.listen({ port: config.port, host: config.host });
} catch (error) {
  app.log.error(error);
  process.exit(1);
}
