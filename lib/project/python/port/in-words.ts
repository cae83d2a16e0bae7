/** What a command line says of where it listens. */
export interface Listening {
  readonly port?: number;
  readonly variable?: string;
  readonly host?: string;
}

const named = /^(?:--port|--http-port|--http\.port|-p|-P)$/;
const bound = /^(?:-b|--bind|--listen|--http|--http-socket|--http-address|--socket|--endpoint)$/;

/** Reads the port, its variable and the host from the options of a server's command line. */
export function listeningOf(words: readonly string[]): Listening {
  const pairs = words.flatMap((word, index) => {
    const [, option, value] = /^(--?[\w.-]+)=(.*)$/s.exec(word) ?? [];
    if (option !== undefined) return [[option, value ?? ''] as const];
    const [, glued] = /^-b(\S+)$/.exec(word) ?? [];
    return glued ? [['-b', glued] as const] : [[word, words[index + 1] ?? ''] as const];
  });
  const address = pairs.find(([option]) => bound.test(option))?.[1];
  const port = pairs.find(([option]) => named.test(option))?.[1] ?? portIn(address);
  const host = pairs.find(([option]) => /^(?:--host|-h|-H)$/.test(option))?.[1] ?? hostIn(address);
  return { ...portOf(port), ...(host && !host.includes('$') && { host }) };
}

const portIn = (address: string | undefined): string | undefined =>
  address === undefined || address.startsWith('unix:')
    ? undefined
    : /([^:]+|\$\{[^}]+\})$/.exec(address.replace(/^.*:(?=\$?[\w{])/, ''))?.[1];

const hostIn = (address: string | undefined): string | undefined =>
  /^\[?([\w.]+|::)\]?:/.exec(address ?? '')?.[1];

/** `8000`, `$PORT`, `${PORT:-8000}`. */
export function portOf(text: string | undefined): Listening {
  const [, variable, fallback] = /^\$\{?(\w+)(?::?-(\d+))?\}?$/.exec(text ?? '') ?? [];
  const number = variable === undefined ? text : fallback;
  return {
    ...(number !== undefined && /^\d{2,5}$/.test(number) && { port: Number(number) }),
    ...(variable !== undefined && { variable }),
  };
}
