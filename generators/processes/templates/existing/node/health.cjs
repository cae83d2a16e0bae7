// <%- imports %>

/**
 * What requests need: each rejects, or throws, while it does not answer.
 * @type {(() => unknown)[]}
 */
const checks = [<%- checks %>];

/**
 * What is asked, and has not answered yet.
 * @type {Map<() => unknown, Promise<boolean>>}
 */
const awaited = new Map();

/**
 * Asks one service.
 * @param {() => unknown} check
 * @returns {Promise<boolean>}
 */
function ask(check) {
  const asked = new Promise((resolve) => {
    resolve(check());
  });
  return asked.then(
    () => true,
    () => false,
  );
}

/**
 * Whether a service answers; one that hangs is not asked again and again.
 * @param {() => unknown} check
 * @returns {Promise<boolean>}
 */
function answers(check) {
  const known = awaited.get(check);
  if (known) {
    return known;
  }
  const forget = () => {
    awaited.delete(check);
  };
  const asked = ask(check).finally(forget);
  awaited.set(check, asked);
  setTimeout(forget, 30 * 1000).unref();
  return asked;
}

/**
 * The name of a check whose service does not answer, or not soon.
 * @param {() => unknown} check
 * @returns {Promise<string>}
 */
async function failing(check) {
  const late = new Promise((resolve) => {
    setTimeout(resolve, 2000, false).unref();
  });
  return (await Promise.race([answers(check), late])) ? '' : check.name || 'check';
}

/**
 * Answers 200, or 503 with the names of what is missing.
 * @param {() => string[] | Promise<string[]>} missing
 * @returns {import('node:http').RequestListener}
 */
function answerBy(missing) {
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
 * @param {Parameters<typeof onServer>[0]} target
 */
function answerHealth(target) {
  onServer(target, (server) => {
    let isStopping = false;
    server.once('stopping', () => {
      isStopping = true;
    });
    const isUp = () => !isStopping && server.listening;
    const missing = async () => {
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

module.exports = { answerHealth };
