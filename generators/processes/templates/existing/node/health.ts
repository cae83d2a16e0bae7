// <%- listening %>

/**
 * Answers `/healthz` (200 as long as the process lives) and `/readyz` (200 while it takes requests,
 * 503 while it stops).
 */
export function answerHealth(target: Listener): void {
  onServer(target, (server) => {
    let stopping = false;
    server.once('stopping', () => {
      stopping = true;
    });
    const answer =
      (isWell: () => boolean): Answer =>
      (_request, response) => {
        response.writeHead(isWell() ? 200 : 503, {
          'Cache-Control': 'no-store',
        });
        response.end();
      };
    const isReady = () => !stopping && server.listening;
    const answers = new Map([
      ['/healthz', answer(() => true)],
      ['/readyz', answer(isReady)],
    ]);
    answerFirst(server, answers);
  });
}
