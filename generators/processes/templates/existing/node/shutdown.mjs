// <%- listening %>

/**
 * On SIGTERM or SIGINT finishes the requests under way, then ends the process: exit 0, or 1 where
 * SHUTDOWN_TIMEOUT (seconds) was too short for them. `close` is the app's own way to stop.
 */
export function shutDownGracefully(target, close) {
  onServer(target, (server) => {
    let stopped;
    for (const signal of ['SIGTERM', 'SIGINT']) {
      // Whoever passes signals on may send one twice.
      process.on(signal, () => {
        if (!stopped) stopped = stop(server, close);
      });
    }
  });
}

async function stop(server, close) {
  server.emit('stopping');
  const delay = 1000 * Number(process.env.SHUTDOWN_DELAY || 0);
  await new Promise((resolve) => {
    setTimeout(resolve, delay);
  });
  const limit = 1000 * Number(process.env.SHUTDOWN_TIMEOUT || 8);
  setTimeout(
    () => server.getConnections((_error, count) => cut(count)),
    limit,
  ).unref();
  // Node 18.2 and newer have it; others wait until idle connections end.
  if (server.closeIdleConnections)
    setInterval(() => server.closeIdleConnections(), 50).unref();
  const closed = new Promise((resolve) => {
    server.close(resolve);
  });
  if (close) await close();
  await closed;
  process.exit(0);
}

function cut(count) {
  process.stderr.write(
    `The stop took too long: ${count} connections were cut\n`,
  );
  process.exit(1);
}
