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

/** How a project names its variables. */
interface Habits {
  /** A name without what all of them begin with. */
  plain(name: string): string;
  /** What a variable's address begins with. */
  scheme(name: string): string | undefined;
}

const none: Habits = { plain: (name) => name, scheme: () => undefined };

/**
 * The values of those of a code's variables that tell where a service is. `primary`: the service is
 * what DATABASE_… and DB_… mean.
 */
export function valuesFor(
  { url, prefixes }: Container,
  { place, login, primary }: { place: Place; login: Login; primary: boolean },
  names: readonly string[],
  { plain, scheme }: Habits = none,
): Readonly<Record<string, string>> {
  const begins = `(?:${[...prefixes, ...(primary ? general : [])].join('|')})`;
  const valuesOf = (lead: string): Readonly<Record<string, string>> => {
    const rows = Object.entries(pieces).map(
      ([ends, value]) => [new RegExp(`^${lead}${begins}_{0,2}(?:${ends})$`), value] as const,
    );
    const found = names.map((name) => {
      const value = rows.find(([pattern]) => pattern.test(plain(name)))?.[1];
      const address = spelled(url(place, login), scheme(name));
      return [name, value?.(place, login, address) ?? ''] as const;
    });
    return Object.fromEntries(found.filter(([, text]) => text !== ''));
  };
  const bare = valuesOf('');
  if (Object.keys(bare).length > 0) return bare;
  const leads = leadsOf(names.map(plain), begins);
  return leads.length === 1 ? valuesOf(leads[0] ?? '') : bare;
}

/** What a project's own names have in front, where they name who logs in: `SHOP_DATABASE_USER`. */
function leadsOf(names: readonly string[], begins: string): readonly string[] {
  const login = new RegExp(`^([A-Z0-9]+_)${begins}_{0,2}USER(?:NAME)?$`);
  return [...new Set(names.flatMap((name) => login.exec(name)?.[1] ?? []))];
}

/** An address by another scheme of the same service: `postgresql+asyncpg`, `postgres`. */
function spelled(url: string, scheme: string | undefined): string {
  const [own = '', rest = ''] = url.split('://');
  const isSame = scheme !== undefined && (scheme.startsWith(own) || own.startsWith(scheme));
  return isSame ? `${scheme}://${rest}` : url;
}
