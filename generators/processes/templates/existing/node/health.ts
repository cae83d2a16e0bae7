// <%- listening %>
// <%- services %>

/** What requests need: each rejects, or throws, while its service does not answer. */
const checks: (() => unknown)[] = [];
// <%- checks %>

/**
 * Answers `/healthz` (200 as long as the process lives) and `/readyz` (200 while it takes requests
 * and what they need answers, else 503).
 */
export function answerHealth(target: Listener): void {
  onServer(target, (server) => {
    let stopping = false;
    server.once('stopping', () => {
      stopping = true;
    });
    const isUp = () => !stopping && server.listening;
    const isReady = async () => isUp() && (await servicesAnswer()) && isUp();
    const answers = new Map([
      ['/healthz', answerBy(() => true)],
      ['/readyz', answerBy(isReady)],
    ]);
    answerFirst(server, answers);
  });
}

/** Answers 200 or 503. */
function answerBy(isWell: () => boolean | Promise<boolean>): Answer {
  return async (_request, response) => {
    response.writeHead((await isWell()) ? 200 : 503, {
      'Cache-Control': 'no-store',
    });
    response.end();
  };
}

/** Whether every service answers, and soon. */
async function servicesAnswer(): Promise<boolean> {
  const asked = Promise.all(checks.map(async (check) => check())).then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), 2000).unref();
  });
  return Promise.race([asked, late]);
}
