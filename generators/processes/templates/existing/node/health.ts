// <%- imports %>

/** What requests need: each rejects, or throws, while it does not answer. */
const checks: (() => unknown)[] = [<%- checks %>];

/** Whether every service answers, and soon. */
async function servicesAnswer(): Promise<boolean> {
  const asked = checks.map(async (check) => {
    await check();
  });
  const late = new Promise((_resolve, reject) => {
    setTimeout(reject, 2000, new Error('a service is slow')).unref();
  });
  try {
    await Promise.race([Promise.all(asked), late]);
    return true;
  } catch {
    return false;
  }
}

/** Answers 200 or 503. */
function answerBy(isWell: () => boolean | Promise<boolean>): Answer {
  return async (_request, response) => {
    const status = (await isWell()) ? 200 : 503;
    response.writeHead(status, { 'Cache-Control': 'no-store' });
    response.end();
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
    const isReady = async (): Promise<boolean> => {
      const isWell = isUp() && (await servicesAnswer());
      return isWell && isUp();
    };
    const answers = new Map([
      ['/healthz', answerBy(() => true)],
      ['/readyz', answerBy(isReady)],
    ]);
    answerFirst(server, answers);
  });
}
