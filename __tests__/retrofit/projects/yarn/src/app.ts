import sensible from '@fastify/sensible';
import Fastify, { type FastifyInstance } from 'fastify';
import { parcels } from './routes/parcels.js';

export async function buildApp(level = 'silent'): Promise<FastifyInstance> {
  const app = Fastify({ logger: { level } });
  await app.register(sensible);
  await app.register(parcels, { prefix: '/parcels' });
  return app;
}
