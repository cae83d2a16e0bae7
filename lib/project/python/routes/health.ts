import type { Fact } from '../../../types.ts';
import type { Gathered } from '../gathered.ts';
import { placeIn } from '../syntax/ask.ts';
import { prefixesIn } from './prefixes.ts';
import { routesIn } from './routes.ts';

const names =
  /(?:^|\/)(?:healthz?|health-?_?checks?|_health|livez?|liveness|readyz?|readiness|status|ping|up|ht|heartbeat|__heartbeat__|__lbheartbeat__)\/?$/;

/** The address of a health route, where every part of it is sure; the shortest of several. */
export function healthOf(gathered: Gathered): Fact<string> | undefined {
  const prefixes = prefixesIn(gathered);
  const found = gathered.modules.flatMap((module) =>
    routesIn(module).flatMap((route) => {
      const before = prefixes(module, route.on);
      if (before === undefined) return [];
      const path = `/${[before, route.path].join('/')}`.replaceAll(/\/{2,}/g, '/');
      return names.test(path) ? [{ value: path, evidence: [placeIn(module, route)] }] : [];
    }),
  );
  return found.sort((a, b) => rank(a.value) - rank(b.value) || a.value.length - b.value.length)[0];
}

/** Routes that say health before those that might mean something else. */
const rank = (path: string): number =>
  /health|live|ht\/?$/.test(path) ? 0 : /ready|readi/.test(path) ? 1 : 2;
