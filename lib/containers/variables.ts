import type { Container, Login, Place } from './container.ts';

/** What the end of a variable's name asks for. */
const pieces: Readonly<Record<string, (place: Place, login: Login, url: string) => string>> = {
  'URL|URI|DSN|CONNECTION_STRING|CONNECTION_URL|BACKEND': (_place, _login, url) => url,
  'HOST|HOSTNAME|SERVER': ({ host }) => host,
  PORT: ({ port }) => String(port),
  'USER|USERNAME': (_place, { user }) => user,
  'PASSWORD|PASS|PASSWD': (_place, { password }) => password,
  'NAME|DATABASE|DB|DATABASE_NAME|DB_NAME': (_place, { database }) => database,
};

/** What any database's variables may begin with. */
const general = ['DATABASE', 'DB', 'SQL'];

/**
 * The values of those of a code's variables that tell where a service is. `primary`: the service is
 * what DATABASE_… and DB_… mean.
 */
export function valuesFor(
  { url, prefixes }: Container,
  { place, login, primary }: { place: Place; login: Login; primary: boolean },
  names: readonly string[],
): Readonly<Record<string, string>> {
  const begins = [...prefixes, ...(primary ? general : [])].join('|');
  const rows = Object.entries(pieces).map(
    ([ends, value]) => [new RegExp(`^(?:${begins})_?(?:${ends})$`), value] as const,
  );
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = rows.find(([pattern]) => pattern.test(name))?.[1];
      const text = value?.(place, login, url(place, login)) ?? '';
      return text === '' ? [] : [[name, text]];
    }),
  );
}
