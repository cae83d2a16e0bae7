/** What a command line says of where it listens. */
export interface Listening {
  readonly port?: number;
  readonly variable?: string;
  /** Whatever reads the variable makes a number of it. */
  readonly isNumber?: boolean;
  readonly host?: string;
  /** The file of a socket, instead of a port. */
  readonly socket?: string;
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
  const value = (option: RegExp): string | undefined =>
    pairs.find(([name]) => option.test(name))?.[1];
  const places = pairs.filter(([name]) => bound.test(name)).map(([, place]) => place);
  const addresses = places.map(addressOf);
  const address = addresses.find(({ port }) => port !== undefined) ?? addresses[0] ?? {};
  const port = value(named) ?? address.port;
  const socket = port === undefined ? places.map(socketOf).find(Boolean) : undefined;
  const host = value(/^(?:--host|-h|-H)$/) ?? address.host;
  return {
    ...portOf(port),
    ...(host && !host.includes('$') && { host }),
    ...(socket !== undefined && { socket }),
  };
}

/** `unix:/run/shop.sock`, `/run/shop.sock`. */
const socketOf = (place: string): string | undefined =>
  /^(?:(?:unix|file):(?:\/\/)?)?([\w./-]*(?:\/|\.sock$)[\w./-]*)$/.exec(place)?.[1];

/** `0.0.0.0:8000`, `:$PORT`, `[::]:${PORT:-80}`, a host alone; a socket's file is neither. */
function addressOf(text = ''): { readonly host?: string; readonly port?: string } {
  const [, host, port] = /^(?:(\[[^\]]*\]|[\w.-]*):)?(\$\{[^}]+\}|\$\w+|\d+)$/.exec(text) ?? [];
  if ((/^\$/.test(text) && !/port/i.test(text)) || host === 'unix') return {};
  if (port !== undefined) return { port, ...(host && { host }) };
  return /^[\w-]+(?:\.[\w-]+)+$/.test(text) ? { host: text } : {};
}

/** `8000`, `$PORT`, `${PORT:-8000}`. */
export function portOf(text: string | undefined): Listening {
  const [, variable, fallback] = /^\$\{?(\w+)(?::?-(\d+))?\}?$/.exec(text ?? '') ?? [];
  const number = variable === undefined ? text : fallback;
  return {
    ...(number !== undefined && /^\d{2,5}$/.test(number) && { port: Number(number) }),
    ...(variable !== undefined && { variable, isNumber: true }),
  };
}
