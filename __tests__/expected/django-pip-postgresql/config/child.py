"""What every server does besides serving."""

import os
import signal
import time
from threading import Thread

from config.env import SHUTDOWN_TIMEOUT


def follow_parent() -> None:
    """Ends this process when its parent is gone, even if it was killed."""
    following = int(os.environ.pop("APP_PARENT", "-1"))
    if following >= 0:
        Thread(target=wait_for_end, args=[following], daemon=True).start()


def wait_for_end(following: int) -> None:
    """Blocks until the other end of a pipe is closed; then the server has the time that a stop has."""
    os.read(following, 1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SHUTDOWN_TIMEOUT)
    os.killpg(0, signal.SIGKILL)
