"""Tells whether what requests need answers, for /readyz."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock, Thread
# <%- modules %>

# What requests need: each raises while its service does not answer.
_checks: list[Callable[[], None]] = [<%- checks %>]
_seconds = 2.0
_lock = Lock()
_log = logging.getLogger(__name__)


class _Look(Thread):
    """One look at all services; requests that come meanwhile share it."""

    def __init__(self) -> None:
        super().__init__(name="readiness", daemon=True)
        self.is_well = False

    def run(self) -> None:
        for check in _checks:
            try:
                check()
            except Exception as error:
                _log.warning("%s: %s", check.__name__, type(error).__name__)
                return
        self.is_well = True


_last: _Look | None = None


def is_ready() -> bool:
    """True where every service answers, and soon."""
    global _last
    with _lock:
        look = _last
        if look is None or not look.is_alive():
            look = _last = _Look()
            look.start()
    look.join(_seconds)
    return look.is_well
