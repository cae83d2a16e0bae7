import type { FastifyPluginCallback } from 'fastify';

interface Parcel {
  id: string;
  place: string;
}

const places = new Map([['A1', 'Oslo']]);

export const parcels: FastifyPluginCallback = (app, _options, done) => {
  app.get<{ Params: { id: string } }>('/:id', (request): Parcel => {
    const place = places.get(request.params.id);
    if (place === undefined) {
      throw app.httpErrors.notFound('No such parcel');
    }
    return { id: request.params.id, place };
  });
  done();
};
