const { exit } = require('node:process');
// <%- imports %>

/**
 * Ends the process, and says why it could not wait.
 * @param {string} reason
 */
function fail(reason) {
  process.stderr.write(`The stop ${reason}\n`);
  exit(1);
}

/** @typedef {{ closeIdleConnections?: () => void }} Closing */

/**
 * Finishes the requests under way, then ends the process.
 * @param {import('node:net').Server & Closing} server
 * @param {() => unknown} [close]
 */
async function stop(server, close) {
  server.emit('stopping');
  const { SHUTDOWN_DELAY: delay = '' } = process.env;
  await new Promise((resolve) => {
    setTimeout(resolve, 1000 * Number(delay));
  });
  const { SHUTDOWN_TIMEOUT: seconds = '' } = process.env;
  const limit = 1000 * Number(seconds === '' ? 8 : seconds);
  setTimeout(() => {
    server.getConnections((_error, count) => {
      fail(`took too long: ${count} connections were cut`);
    });
  }, limit).unref();
  setInterval(() => {
    if (server.closeIdleConnections) server.closeIdleConnections();
  }, 50).unref();
  const closed = new Promise((resolve) => {
    server.close(resolve);
  });
  if (close) await close();
  await closed;
  exit(0);
}

/**
 * On SIGTERM or SIGINT finishes the requests under way, then ends the process:
 * exit 0, or 1 where SHUTDOWN_TIMEOUT (seconds) was too short for them.
 * `close` is the app's own way to stop.
 * @param {Parameters<typeof onServer>[0]} target
 * @param {() => unknown} [close]
 */
function shutDownGracefully(target, close) {
  onServer(target, (server) => {
    let isStopping = false;
    const onSignal = () => {
      // Whoever passes signals on may send one twice.
      if (isStopping) {
        return;
      }
      isStopping = true;
      stop(server, close).catch((error) => {
        fail(`failed: ${String(error)}`);
      });
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}

module.exports = { shutDownGracefully };
