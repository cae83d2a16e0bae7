import { createHmac, randomUUID } from 'node:crypto';
import { broken } from './broken.ts';
import type { Config } from './config.ts';
import { page, type Reply } from './reply.ts';
import type { Store } from './store.ts';
import type { Question } from './todos.ts';

const FORM = `<form method="post" action="/admin/login"><input name="email">
  <input type="password" name="password"><button>Log in</button></form>`;
const remembered = new Set<string>();

/** The admin: a login and a page; its sessions lie in the database, signed with the key. */
export function answerAdmin(
  config: Config,
  store: Store,
  question: Question,
  cookie: string,
): Reply {
  const { pathname } = question.url;
  if (pathname === '/admin/login' && question.method === 'POST')
    return logIn(config, store, question);
  if (pathname === '/admin/login') return page(FORM);
  const [, id = '', mark = ''] = /session=([^.;]+)\.([^;]+)/.exec(cookie) ?? [];
  if (isOpen(config, store, id, mark)) return page('<h1>Admin</h1>');
  return { status: 302, headers: { location: '/admin/login' } };
}

function isOpen(config: Config, store: Store, id: string, mark: string): boolean {
  if (broken('open-admin')) return true;
  if (id === '' || (mark !== sign(config, id) && !broken('unsigned'))) return false;
  if (broken('memory-sessions')) return remembered.has(id);
  return store.ask('SELECT id FROM session WHERE id = ?', id).length > 0;
}

function sign({ key }: Config, id: string): string {
  return createHmac('sha256', broken('fixed-key') ? 'fixed' : key)
    .update(id)
    .digest('hex');
}

function logIn(config: Config, store: Store, { body }: Question): Reply {
  const form = new URLSearchParams(body.toString());
  const right = form.get('email') === config.email && form.get('password') === config.password;
  if (!right && !broken('any-password')) return page(FORM);
  const id = randomUUID();
  remembered.add(id);
  store.ask('INSERT INTO session VALUES (?) RETURNING id', id);
  const secure =
    config.publicUrl?.protocol === 'https:' && !broken('never-secure') ? '; Secure' : '';
  const flags = broken('cookie-flags') ? '' : '; HttpOnly; SameSite=Lax';
  const cookie = `session=${id}.${sign(config, id)}; Path=/${flags}${secure}`;
  return { status: 302, headers: { location: '/admin', 'set-cookie': cookie } };
}
