"""Granian: WEB_CONCURRENCY processes of several threads behind one port, brought back when they crash."""

from granian import Granian
from granian.constants import Interfaces

from config import env
from config.child import follow_parent
from config.logs import LOGGING

if __name__ == "__main__":
    follow_parent()
    Granian(
        "config.wsgi:application",
        address=env.HOST,
        port=env.PORT,
        interface=Interfaces.WSGI,
        workers=env.WEB_CONCURRENCY,
        blocking_threads=8,
        backpressure=128,
        respawn_failed_workers=True,
        log_dictconfig=LOGGING,
        websockets=False,
    ).serve()
