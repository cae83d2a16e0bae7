import type { FastifyPluginAsync } from 'fastify';

const places = new Map([['A1', 'Oslo']]);

export const parcels: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { id: string } }>('/:id', async (request) => {
    const place = places.get(request.params.id);
    if (!place) throw app.httpErrors.notFound('No such parcel');
    return { id: request.params.id, place };
  });
};
