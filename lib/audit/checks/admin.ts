import { development } from '../environments.ts';
import { expect } from '../failure.ts';
import { cookies, expectStatus, header } from '../http/answers.ts';
import { isInside, logIn } from '../login.ts';
import { freePort } from '../processes/ports.ts';
import type { Check, Running, Subject } from '../types.ts';

const needs = ['admin'] as const;

async function loggedIn(app: Subject, admin: Running) {
  const login = await logIn(app, admin);
  const inside = await isInside(admin, login.jar);
  expect(inside, `the right password does not open the admin (${login.answer.status})`);
  return login;
}

/** The admin dashboard. */
export const admin: readonly Check[] = [
  {
    id: 'admin.login',
    line: '/admin: behind a login; the right password opens it',
    needs,
    run: async (app) => {
      const web = await app.shared('admin');
      expect(!(await isInside(web, new Map())), '/admin is open without a login');
      await loggedIn(app, web);
      return undefined;
    },
  },
  {
    id: 'admin.wrong-password',
    line: '/admin: a wrong password, none, or a changed cookie open nothing',
    needs,
    run: async (app) => {
      const web = await app.shared('admin');
      for (const password of ['wrong', '', `${app.secrets.password} `]) {
        const { jar } = await logIn(app, web, password);
        expect(!(await isInside(web, jar)), `the password "${password}" opens the admin`);
      }
      const { jar } = await loggedIn(app, web);
      const forged = [...jar].map(([name, value]): [string, string] => [name, tampered(value)]);
      expect(!(await isInside(web, new Map(forged))), 'a changed cookie opens the admin');
      return undefined;
    },
  },
  {
    id: 'admin.cookie',
    line: 'the session cookie: HttpOnly, SameSite, this host only; not Secure over plain HTTP',
    needs,
    run: async (app) => {
      const { answer, jar } = await loggedIn(app, await app.shared('admin'));
      const set = cookies(answer).filter((cookie) => !/csrf/i.test(cookie.split('=')[0] ?? ''));
      const session = set.at(-1) ?? '';
      expect(set.length > 0, `the login sets no cookie (of ${[...jar.keys()].join(', ')})`);
      expect(/;\s*httponly/i.test(session), 'the session cookie is not HttpOnly');
      expect(/;\s*samesite=(lax|strict)/i.test(session), 'the session cookie has no SameSite');
      expect(!/;\s*domain=/i.test(session), 'the session cookie has a Domain');
      expect(!/;\s*secure/i.test(session), 'a Secure cookie over plain HTTP is never sent back');
      return undefined;
    },
  },
  {
    id: 'admin.secure-cookie',
    line: 'PUBLIC_URL=https: the session cookie is Secure',
    needs,
    run: async (app) => {
      const host = 'app.example.test';
      const changes = { PUBLIC_URL: `https://${host}`, TRUSTED_PROXIES: '1' };
      const web = await app.start('admin', changes);
      const headers = { host, 'x-forwarded-proto': 'https', origin: `https://${host}` };
      const referer = { ...headers, referer: `https://${host}/admin` };
      const { answer, jar } = await logIn(app, web, app.secrets.password, referer);
      expect(await isInside(web, jar, headers), `no login over https (${answer.status})`);
      const plain = cookies(answer).filter((cookie) => !/;\s*secure/i.test(cookie));
      expect(plain.length === 0, `without Secure: ${plain.map((one) => one.split('=')[0])}`);
      return undefined;
    },
  },
  {
    id: 'admin.session-shared',
    line: 'two admin processes share the sessions: no state in the process',
    needs,
    run: async (app) => {
      const { jar } = await loggedIn(app, await app.shared('admin'));
      const second = await app.start('admin');
      expect(await isInside(second, jar), 'the second process does not know the session');
      return undefined;
    },
  },
  {
    id: 'admin.session-restart',
    line: 'a session survives a restart',
    needs,
    run: async (app) => {
      const first = await app.start('admin');
      const { jar } = await loggedIn(app, first);
      await first.stop();
      expect(await isInside(await app.start('admin'), jar), 'the restart lost the session');
      return undefined;
    },
  },
  {
    id: 'admin.session-key',
    line: 'a session is worth nothing with another SECRET_KEY',
    needs,
    run: async (app) => {
      const { jar } = await loggedIn(app, await app.shared('admin'));
      const other = await app.start('admin', { SECRET_KEY: app.secrets.otherKey });
      expect(!(await isInside(other, jar)), 'the session is good with another SECRET_KEY');
      return undefined;
    },
  },
  {
    id: 'admin.port',
    line: 'the admin process listens on ADMIN_PORT if set, else PORT',
    needs: ['admin', 'admin-process'],
    run: async (app) => {
      const ADMIN_PORT = String(await freePort());
      const web = await app.start('admin', { ADMIN_PORT });
      expectStatus(await web.ask('GET /admin', { token: null }), 200, 301, 302, 303, 307);
      return 'every other check sets only PORT';
    },
  },
  {
    id: 'admin.redirect',
    line: "in development web's /admin redirects to the admin process",
    needs: ['admin', 'admin-process'],
    run: async (app) => {
      const ADMIN_PORT = String(await freePort());
      const web = await app.start('web', { ...development(app), ADMIN_PORT });
      const answer = await web.ask('GET /admin', { token: null });
      expectStatus(answer, 301, 302, 303, 307, 308);
      const { port, pathname } = new URL(header(answer, 'location'), web.base);
      expect(port === ADMIN_PORT, `/admin redirects to port ${port}, not ${ADMIN_PORT}`);
      expect(pathname.startsWith('/admin'), `/admin redirects to ${pathname}`);
      return undefined;
    },
  },
];

/** A cookie's value with another last character. */
function tampered(value: string): string {
  return `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
}
