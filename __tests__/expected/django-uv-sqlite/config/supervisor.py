"""Starts the server and ends it: whichever server it is, requests under way finish."""

import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread

from config import env
from config.lifecycle import Board

#: Seconds for connections that were just opened to say what they want.
GRACE = 0.1
#: Seconds for a server without requests to end by itself.
PATIENCE = 0.4
#: Seconds between two looks at the requests under way.
GLANCE = 0.02

logger = logging.getLogger(__name__)


def supervise() -> int:
    """Runs the server until a signal, or its own end; answers the exit status."""
    events: SimpleQueue[str] = SimpleQueue()
    for wanted in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wanted, lambda number, _frame: events.put(signal.Signals(number).name))
    with tempfile.TemporaryDirectory(prefix="app-", ignore_cleanup_errors=True) as folder:
        server = start(folder)
        Thread(target=lambda: events.put(f"exit {server.wait()}"), daemon=True).start()
        logger.info("starting the server", extra={"host": env.HOST, "port": env.PORT})
        reason = events.get()
        if server.poll() is not None:
            logger.critical("the server ended by itself", extra={"reason": reason})
            return 1
        logger.info("stopping", extra={"reason": reason})
        return stop(server, Board(folder))


def start(folder: str) -> subprocess.Popen[bytes]:
    """Starts the server in a process group of its own; it ends when this process is gone."""
    following, _ = os.pipe()
    own = {
        "APP_BOARD": folder,
        "APP_PARENT": str(following),
    }
    words = [sys.executable, "-m", "config.server"]
    return subprocess.Popen(  # noqa: S603
        words, cwd=env.BASE_DIR, env=os.environ | own, pass_fds=[following], start_new_session=True
    )


def stop(server: subprocess.Popen[bytes], board: Board) -> int:
    """Ends the server: first no new work, then the rest of the old; answers the exit status."""
    cut = drain(board)
    if cut == 0:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(PATIENCE)
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()
    if cut > 0:
        logger.error("%d requests were cut off", cut, extra={"cut": cut})
        return 1
    logger.info("stopped")
    return 0


def drain(board: Board) -> int:
    """Waits for the requests under way; answers how many are so still when the time is over."""
    board.tell("draining")
    time.sleep(env.SHUTDOWN_DELAY)
    board.tell("closing")
    end = time.monotonic() + env.SHUTDOWN_TIMEOUT
    time.sleep(GRACE)
    while (open_requests := board.count()) > 0 and time.monotonic() < end:
        time.sleep(GLANCE)
    return open_requests
