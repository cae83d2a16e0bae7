import { expect } from '../failure.ts';
import type { Running } from '../types.ts';
import { cookies, header } from './answers.ts';
import type { Answer } from './request.ts';

/** The cookies of one visitor, by name, as a browser would keep them. */
export type Jar = Map<string, string>;

/** Keeps what an answer sets, drops what it deletes. */
export function keep(jar: Jar, answer: Answer): void {
  for (const cookie of cookies(answer)) {
    const [pair = '', ...flags] = cookie.split(';');
    const [name = '', ...value] = pair.split('=');
    const gone = flags.some((flag) => /max-age=0\b|expires=Thu, 01 Jan 1970/i.test(flag));
    if (gone) jar.delete(name.trim());
    else jar.set(name.trim(), value.join('='));
  }
}

/** The Cookie header of a jar. */
export function cookieOf(jar: Jar): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** Opens a page as a visitor, and follows redirects on the same host; the last answer and path. */
export async function visit(
  web: Running,
  jar: Jar,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ answer: Answer; path: string }> {
  let at = path;
  for (let redirects = 0; redirects < 6; redirects++) {
    const own = { accept: 'text/html', ...headers, cookie: cookieOf(jar) };
    const answer = await web.ask(`GET ${at}`, { token: null, headers: own });
    keep(jar, answer);
    const location = header(answer, 'location');
    if (answer.status < 300 || answer.status >= 400 || location === '') return { answer, path: at };
    const next = new URL(location, `${web.base}${at}`);
    at = `${next.pathname}${next.search}`;
  }
  expect(false, `GET ${path}: redirects without end`);
}

/** A form of a page: where it goes, and the values that it starts with. */
export interface Form {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The form with a password in a page, or undefined where a script makes it. */
export function passwordForm(html: string, path: string): Form | undefined {
  const forms = html.match(/<form[\s\S]*?<\/form>/gi) ?? [];
  const form = forms.find((text) => /type=["']?password/i.test(text));
  if (form === undefined) return undefined;
  const fields = [...form.matchAll(/<input\b[^>]*>/gi)].flatMap(([input]) => {
    const name = attribute(input, 'name');
    return name === '' ? [] : [[name, attribute(input, 'value')]];
  });
  return { action: attribute(form, 'action') || path, fields: Object.fromEntries(fields) };
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').replaceAll('&amp;', '&');
}
