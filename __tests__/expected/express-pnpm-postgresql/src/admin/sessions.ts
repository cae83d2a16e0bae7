import { createHmac } from 'node:crypto';
import type { RequestHandler } from 'express';
import session, { type SessionData, Store } from 'express-session';
import type { Config } from '../config.ts';
import type { AdminStore } from './state.ts';

declare module 'express-session' {
  interface SessionData {
    /** Who is logged in. */
    email: string;
  }
}

/** How long a login lasts, in seconds. */
const lifetime = 8 * 3600;

/** Sessions kept in the store; their cookie is signed and dies with the admin's password. */
export function sessions(config: Config<'admin'>, store: AdminStore): RequestHandler {
  const { SECRET_KEY, ADMIN_EMAIL, ADMIN_PASSWORD, PUBLIC_URL } = config;
  const login = JSON.stringify([ADMIN_EMAIL, ADMIN_PASSWORD]);
  return session({
    name: 'admin',
    secret: createHmac('sha256', SECRET_KEY).update(login).digest('hex'),
    store: new SessionStore(store),
    resave: false,
    saveUninitialized: false,
    cookie: {
      path: '/admin',
      httpOnly: true,
      sameSite: 'lax',
      secure: PUBLIC_URL?.protocol === 'https:',
      maxAge: lifetime * 1000,
    },
  });
}

/** The store in the shape that express-session wants: callbacks. */
class SessionStore extends Store {
  readonly #store: AdminStore;

  constructor(store: AdminStore) {
    super();
    this.#store = store;
  }

  override get(id: string, done: (error: unknown, data?: SessionData) => void) {
    const read = this.#store.readSession(id);
    read.then((text) => done(null, text === undefined ? undefined : JSON.parse(text)), done);
  }

  override set(id: string, data: SessionData, done: (error?: unknown) => void = () => {}) {
    this.#store.writeSession(id, JSON.stringify(data), lifetime).then(() => done(), done);
  }

  override destroy(id: string, done: (error?: unknown) => void = () => {}) {
    this.#store.endSession(id).then(() => done(), done);
  }
}
