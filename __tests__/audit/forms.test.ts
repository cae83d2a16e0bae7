import { cookieOf, type Jar, keep, passwordForm } from '../../lib/audit/http/forms.ts';

const PAGE = `<form action="/search"><input name="q"></form>
  <form method='post' action="/admin/login/?next=/admin&amp;a=1">
    <input type="hidden" name="csrf" value='t0ken'><input name=username>
    <input type="password" name="password"></form>`;

test('the form with a password is found, with its hidden fields', () => {
  expect(passwordForm(PAGE, '/admin')).toEqual({
    action: '/admin/login/?next=/admin&a=1',
    fields: { csrf: 't0ken', username: '', password: '' },
  });
  expect(passwordForm('<form><input name="q"></form>', '/admin')).toBeUndefined();
});

test('cookies are kept, changed and dropped as a browser does', () => {
  const jar: Jar = new Map();
  const answer = (...set: string[]) => ({
    asked: 'GET /',
    status: 200,
    headers: { 'set-cookie': set },
    text: '',
    seconds: 0,
  });
  keep(jar, answer('a=1; Path=/', 'b=x=y; HttpOnly'));
  keep(jar, answer('a=2'));
  expect(cookieOf(jar)).toBe('a=2; b=x=y');
  keep(jar, answer('b=; Max-Age=0'));
  expect(cookieOf(jar)).toBe('a=2');
});
