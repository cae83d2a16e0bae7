/** Commands of servers that are made for production. */
const servers = new Set([
  ...['gunicorn', 'uvicorn', 'hypercorn', 'daphne', 'granian', 'waitress-serve', 'uwsgi', 'sanic'],
  ...['mod_wsgi-express', 'cherryd', 'twistd', 'pserve', 'aiohttp.web', 'robyn', 'chaussette'],
]);

/** Words that only start or wrap another command, with the options that they take. */
const wrappers = [
  /^(?:exec|nohup|time|env|\/usr\/bin\/env|dumb-init|\/usr\/bin\/dumb-init|tini|\/sbin\/tini|--|-g|--single-child)$/,
  /^\w+=\S*$/,
  // What a platform puts in front: a proxy, or a pool, beside the process.
  /^\S*bin\/start-(?:nginx|pgbouncer|stunnel)$/,
];
const runners: Readonly<Record<string, string>> = {
  uv: 'run',
  poetry: 'run',
  pdm: 'run',
  pipenv: 'run',
  hatch: 'run',
  rye: 'run',
};

/** A command without what wraps it: `exec poetry run gunicorn …` → `gunicorn …`. */
export function unwrapped(words: readonly string[]): readonly string[] {
  const [first = '', second] = words;
  if (wrappers.some((each) => each.test(first))) return unwrapped(words.slice(1));
  if (runners[first] !== undefined && runners[first] === second) {
    const rest = words.slice(2);
    const start = rest.findIndex((word) => !word.startsWith('-'));
    return unwrapped(start < 0 ? [] : rest.slice(start));
  }
  return [first.replace(/^(?:\.\/)?\S*\bbin\/(?=[\w.-]+$)/, ''), ...words.slice(1)];
}

/** A server's command without what makes it reload. */
export function withoutReload(words: readonly string[]): readonly string[] {
  if (!servers.has(words[0] ?? '')) return words;
  return words.filter(
    (word, index) =>
      !/^--(?:auto-)?reload/.test(word) &&
      !/^--reload-(?:dir|include|exclude|delay)$/.test(words[index - 1] ?? ''),
  );
}

const development =
  /^(?:runserver(?:_plus)?|--reload|--debug|--debugger|--auto-reload|--dev|watchmedo|watchfiles|debugpy|pytest|test)$/;

/** Whether a command is for developers: it reloads, debugs, tests, or is a framework's own server. */
export function isDevelopment(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  const flask = first === 'flask' || (isPython(first) && second === '-m' && words[2] === 'flask');
  if ((flask && words.includes('run')) || (first === 'fastapi' && second === 'dev')) return true;
  return words.some((word) => development.test(word) || /^--reload=/.test(word));
}

/** What a command runs: a known server, a file of Python, a module, or something else. */
export type Kind =
  | { readonly kind: 'server' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'shell'; readonly text: string }
  | { readonly kind: 'script'; readonly path: string }
  | { readonly kind: 'other'; readonly name: string };

/** Tells what a command runs. */
export function kindOf(words: readonly string[]): Kind {
  const [first = '', ...rest] = words;
  if (servers.has(first) || (first === 'fastapi' && rest[0] === 'run')) return { kind: 'server' };
  if (first === 'litestar' && rest.includes('run')) return { kind: 'server' };
  if (/^(?:newrelic-admin|ddtrace-run|opentelemetry-instrument|sentry-run)$/.test(first)) {
    return kindOf(unwrapped(rest.filter((word) => word !== 'run-program')));
  }
  if (isPython(first)) return pythonKind(rest);
  if (/^(?:\/bin\/|\/usr\/bin\/)?(?:ba|da|a)?sh$/.test(first)) return shellKind(rest);
  if (/^\.?\/|\.sh$/.test(first)) return { kind: 'script', path: first };
  return { kind: 'other', name: first };
}

const isPython = (word: string): boolean => /^python(?:3(?:\.\d+)?)?$/.test(word);

function pythonKind(rest: readonly string[]): Kind {
  const start = rest.findIndex((word) => !/^-[uOBEsIX]+$/.test(word));
  const [first = '', second = ''] = rest.slice(Math.max(0, start));
  if (first === '-m') {
    const isServer = servers.has(second.replace(/\.(?:app\.wsgiapp|__main__)$/, ''));
    return isServer ? { kind: 'server' } : { kind: 'module', name: second };
  }
  return first.endsWith('.py') ? { kind: 'file', path: first } : { kind: 'other', name: first };
}

function shellKind(rest: readonly string[]): Kind {
  const command = rest.findIndex((word) => /^-\w*c$/.test(word));
  if (command >= 0) return { kind: 'shell', text: rest[command + 1] ?? '' };
  const path = rest.find((word) => !word.startsWith('-'));
  return path === undefined ? { kind: 'other', name: '' } : { kind: 'script', path };
}
