"""What every server does besides serving."""

import os
import signal
from threading import Thread


def follow_parent() -> None:
    """Ends this process when its parent is gone, even if it was killed."""
    following = int(os.environ.pop("APP_PARENT", "-1"))
    if following >= 0:
        Thread(target=wait_for_end, args=[following], daemon=True).start()


def wait_for_end(following: int) -> None:
    """Blocks until the other end of a pipe is closed."""
    os.read(following, 1)
    os.kill(os.getpid(), signal.SIGTERM)
