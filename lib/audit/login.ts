import { cookieOf, type Jar, keep, passwordForm, visit } from './http/forms.ts';
import type { Answer } from './http/request.ts';
import type { Running, Subject } from './types.ts';

/** The names that login forms give to the user's name. */
const USER_FIELDS = ['email', 'username', 'user', 'login'];

/** A try to log in: what the app answered, and the visitor's cookies after it. */
export interface Login {
  readonly answer: Answer;
  readonly jar: Jar;
}

/** Logs in to the admin as a browser without scripts would; with another password to fail. */
export async function logIn(
  app: Subject,
  web: Running,
  password = app.secrets.password,
  headers: Readonly<Record<string, string>> = {},
): Promise<Login> {
  const jar: Jar = new Map();
  const { answer: page, path } = await visit(web, jar, '/admin', headers);
  const form = passwordForm(page.text, path) ?? {
    action: path,
    fields: { email: '', password: '' },
  };
  const filled = Object.entries(form.fields).map(([name, value]) => {
    if (USER_FIELDS.includes(name)) return [name, app.secrets.email];
    return [name, /password/i.test(name) ? password : value];
  });
  const { pathname, search } = new URL(form.action, `${web.base}${path}`);
  const answer = await web.ask(`POST ${pathname}${search}`, {
    token: null,
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(filled as [string, string][]).toString(),
    headers: { ...headers, cookie: cookieOf(jar), referer: `${web.base}${path}` },
  });
  keep(jar, answer);
  return { answer, jar };
}

/** Whether a visitor with these cookies sees the admin itself, not its login. */
export async function isInside(
  web: Running,
  jar: Jar,
  headers: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const { answer, path } = await visit(web, new Map(jar), '/admin', headers);
  const login = /login/i.test(path) || passwordForm(answer.text, path) !== undefined;
  return answer.status === 200 && !login;
}
