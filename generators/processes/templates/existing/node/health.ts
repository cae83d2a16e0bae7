// <%- imports %>

/** What requests need: each rejects, or throws, while it does not answer. */
const checks: (() => unknown)[] = [<%- checks %>];

/** What is asked, and has not answered yet. */
const awaited = new Map<() => unknown, Promise<boolean>>();

/** Asks one service. */
async function ask(check: () => unknown): Promise<boolean> {
  try {
    await check();
    return true;
  } catch {
    return false;
  }
}

/** Whether a service answers; one that hangs is not asked again and again. */
function answers(check: () => unknown): Promise<boolean> {
  const known = awaited.get(check);
  if (known) {
    return known;
  }
  const forget = (): void => {
    awaited.delete(check);
  };
  const asked = ask(check).finally(forget);
  awaited.set(check, asked);
  setTimeout(forget, 30 * 1000).unref();
  return asked;
}

/** The name of a check whose service does not answer, or not soon. */
async function failing(check: () => unknown): Promise<string> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(resolve, 2000, false).unref();
  });
  return (await Promise.race([answers(check), late])) ? '' : check.name || 'check';
}

/** Answers 200, or 503 with the names of what is missing. */
function answerBy(missing: () => string[] | Promise<string[]>): Answer {
  return async (_request, response) => {
    const names = await missing();
    response.writeHead(names.length > 0 ? 503 : 200, {
      'Cache-Control': 'no-store',
      'Content-Type': 'text/plain',
    });
    response.end(names.join('\n'));
  };
}

/**
 * Answers `/healthz` (200 as long as the process lives) and `/readyz` (200
 * while it takes requests and what they need answers, else 503).
 */
export function answerHealth(target: Listener): void {
  onServer(target, (server) => {
    let isStopping = false;
    server.once('stopping', () => {
      isStopping = true;
    });
    const isUp = (): boolean => !isStopping && server.listening;
    const missing = async (): Promise<string[]> => {
      const asked = isUp() ? checks.map((check) => failing(check)) : [];
      const names = await Promise.all(asked);
      return isUp() ? names.filter((name) => name !== '') : ['server'];
    };
    const routes = new Map([
      ['/healthz', answerBy(() => [])],
      ['/readyz', answerBy(missing)],
    ]);
    answerFirst(server, routes);
  });
}
