const { exit } = require('node:process');
// <%- imports %>

/**
 * @typedef {import('node:net').Server & { closeIdleConnections?: () => void }} Closing
 * @typedef {{ server: Closing, close?: () => unknown }} Running
 */

/**
 * The servers that are open, each with its app's own way to stop.
 * @type {Running[]}
 */
let running = [];
let isStopping = false;

/**
 * Ends the process, and says why it could not wait.
 * @param {string} reason
 */
function fail(reason) {
  process.stderr.write(`The stop ${reason}\n`);
  exit(1);
}

/**
 * Counts the connections of a server.
 * @param {Running} one
 * @returns {Promise<number>}
 */
async function connectionsOf({ server }) {
  const count = await new Promise((resolve) => {
    server.getConnections((_error, found) => {
      resolve(Number(found));
    });
  });
  return count;
}

/**
 * Ends the process though requests are under way.
 * @param {Running[]} all
 */
async function cut(all) {
  const counts = await Promise.all(all.map((each) => connectionsOf(each)));
  const sum = counts.reduce((before, count) => before + count, 0);
  fail(`took too long: ${sum} connections were cut`);
}

/**
 * Finishes the requests of one server that are under way.
 * @param {Running} one
 * @param {number} delay
 */
async function finish({ server, close }, delay) {
  server.emit('stopping');
  await new Promise((resolve) => {
    setTimeout(resolve, delay);
  });
  setInterval(() => {
    if (server.closeIdleConnections) server.closeIdleConnections();
  }, 50).unref();
  const closed = new Promise((resolve) => {
    server.close(resolve);
  });
  if (close) await close();
  await closed;
}

/** Ends the process when the last server has finished. */
async function stop() {
  const { SHUTDOWN_DELAY: before = '' } = process.env;
  const { SHUTDOWN_TIMEOUT: most = '' } = process.env;
  const delay = 1000 * Number(before);
  const limit = 1000 * Number(most === '' ? 8 : most);
  const all = running;
  setTimeout(() => {
    cut(all).catch(() => {
      fail('took too long');
    });
  }, delay + limit).unref();
  await Promise.all(
    all.map(async (one) => {
      await finish(one, delay);
    }),
  );
  exit(0);
}

/** Stops once: whoever passes signals on may send one twice. */
function onSignal() {
  if (isStopping) {
    return;
  }
  isStopping = true;
  stop().catch((error) => {
    fail(`failed: ${String(error)}`);
  });
}

/**
 * Has the signals handled while a server is open.
 * @param {Running} one
 */
function opened(one) {
  if (running.length === 0) {
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  }
  running = [...running.filter((each) => each.server !== one.server), one];
}

/**
 * Leaves the signals alone after the last server, but for a stop under way.
 * @param {Running} one
 */
function gone({ server }) {
  running = running.filter((each) => each.server !== server);
  if (running.length === 0 && !isStopping) {
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  }
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
    const one = { server, ...(close && { close }) };
    opened(one);
    server.on('listening', () => {
      opened(one);
    });
    server.on('close', () => {
      gone(one);
    });
  });
}

module.exports = { shutDownGracefully };
