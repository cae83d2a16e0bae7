import { createHash, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import express, { type RequestHandler, Router } from 'express';
import * as z from 'zod';
import type { Config } from '../config.ts';
import { files, policy, withPolicy } from '../dashboards/pages.ts';
import { route } from '../http/route.ts';
import { renderLogin } from './login-page.ts';
import type { AdminStore } from './state.ts';

/** How often an address may try, and for how many seconds its attempts count. */
const attempts = { most: 10, seconds: 900 };

const Credentials = z
  .object({ email: z.string(), password: z.string() })
  .catch({ email: '', password: '' });

/** `/login` and `/logout`, and the style of the form. */
export function loginPages(config: Config<'admin'>, store: AdminStore): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.use('/assets', files('admin'));
  route(router, '/login', {
    get: [withPolicy(policy()), (_request, response) => void response.send(renderLogin())],
    post: [withPolicy(policy()), express.urlencoded({ limit: '10kb' }), logIn(config, store)],
  });
  route(router, '/logout', {
    async get(request, response) {
      await promisify(request.session.destroy.bind(request.session))();
      response.clearCookie('admin', { path: '/admin' }).redirect(303, '/admin/login');
    },
  });
  return router;
}

/** Lets only who is logged in pass. */
export const requireLogin: RequestHandler = (request, response, next) => {
  if (request.session.email === undefined) response.redirect(303, '/admin/login');
  else next();
};

function logIn(config: Config<'admin'>, store: AdminStore): RequestHandler {
  return async (request, response) => {
    const address = request.ip ?? '';
    const { email, password } = Credentials.parse(request.body);
    if ((await store.countAttempt(address, attempts.seconds)) > attempts.most) {
      response.status(429).set('Retry-After', String(attempts.seconds));
      response.send(renderLogin({ email, fault: 'Too many attempts: try again later' }));
    } else if (same(email, config.ADMIN_EMAIL) && same(password, config.ADMIN_PASSWORD)) {
      await store.forgetAttempts(address);
      await promisify(request.session.regenerate.bind(request.session))();
      request.session.email = email;
      response.redirect(303, '/admin');
    } else {
      response.status(401);
      response.send(renderLogin({ email, fault: 'The email address or the password is wrong' }));
    }
  };
}

function same(given: string, known: string): boolean {
  return timingSafeEqual(digest(given), digest(known));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
