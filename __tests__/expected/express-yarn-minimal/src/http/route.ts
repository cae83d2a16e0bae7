import type { IRouter, RequestHandler } from 'express';
import { Problem } from './problem.ts';

/** What answers the methods of one address. */
export interface Handlers {
  get?: RequestHandler | RequestHandler[];
  post?: RequestHandler | RequestHandler[];
  patch?: RequestHandler | RequestHandler[];
  put?: RequestHandler | RequestHandler[];
  delete?: RequestHandler | RequestHandler[];
}

/** Answers an address; a method that it doesn't have is 405 with Allow, OPTIONS is 204 with it. */
export function route(router: IRouter, path: string, handlers: Handlers): void {
  const { get, post, put, patch, delete: remove } = handlers;
  const address = router.route(path);
  if (get) address.get(get);
  if (post) address.post(post);
  if (put) address.put(put);
  if (patch) address.patch(patch);
  if (remove) address.delete(remove);
  const names = Object.keys(handlers).flatMap((name) =>
    name === 'get' ? ['GET', 'HEAD'] : [name.toUpperCase()],
  );
  const Allow = [...names, 'OPTIONS'].join(', ');
  address.all((request, response) => {
    if (request.method !== 'OPTIONS') throw new Problem(405, {}, { Allow });
    response.set({ Allow }).status(204).end();
  });
}
