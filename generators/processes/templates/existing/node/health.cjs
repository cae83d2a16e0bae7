const { setTimeout: sleep } = require('node:timers/promises');
// <%- listening %>
// <%- services %>

/** What requests need: each rejects, or throws, while its service does not answer. */
const checks = [];
// <%- checks %>

/**
 * Answers `/healthz` (200 as long as the process lives) and `/readyz` (200 while it takes requests
 * and what they need answers, else 503).
 */
function answerHealth(target) {
  onServer(target, (server) => {
    let stopping = false;
    server.once('stopping', () => {
      stopping = true;
    });
    const answer = (isWell) => async (_request, response) => {
      response.writeHead((await isWell()) ? 200 : 503, {
        'Cache-Control': 'no-store',
      });
      response.end();
    };
    const isUp = () => !stopping && server.listening;
    const isReady = async () => isUp() && (await servicesAnswer()) && isUp();
    const answers = new Map([
      ['/healthz', answer(() => true)],
      ['/readyz', answer(isReady)],
    ]);
    answerFirst(server, answers);
  });
}

/** Whether every service answers, and soon. */
async function servicesAnswer() {
  const asked = Promise.all(checks.map(async (check) => check())).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, sleep(2000, false, { ref: false })]);
}

module.exports = { answerHealth };
