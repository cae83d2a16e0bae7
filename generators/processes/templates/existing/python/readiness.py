"""Tells what does not answer of what requests need, for /readyz."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from threading import Lock, Thread
from typing import TYPE_CHECKING, ClassVar
# <%- modules %>

if TYPE_CHECKING:
    from collections.abc import Callable

# What requests need: each raises while its service does not answer.
_CHECKS: list[Callable[[], None]] = [<%- checks %>]
_SECONDS = 2.0
_LOCK = Lock()
_LOG = logging.getLogger(__name__)


class _Look:
    """One look at all services; requests that come meanwhile share it."""

    last: ClassVar[_Look | None] = None

    def __init__(self) -> None:
        """Begin to look."""
        self.asked: str | None = "readiness"
        self.thread = Thread(target=self.ask, name="readiness", daemon=True)
        self.thread.start()

    def ask(self) -> None:
        """Ask one after the other; what one raises ends the look."""
        with ExitStack() as stack:
            stack.push(self.tell)
            for check in _CHECKS:
                self.asked = check.__name__
                check()
            self.asked = None

    def tell(self, kind: type[BaseException] | None, *_: object) -> bool:
        """Log what kind of error was raised, without its words."""
        if kind is not None:
            _LOG.warning("%s: %s", self.asked, kind.__name__)
        return kind is not None and issubclass(kind, Exception)


def failing() -> str | None:
    """Name the first check that does not answer soon; None: all do."""
    with _LOCK:
        look = _Look.last
        if look is None or not look.thread.is_alive():
            look = _Look.last = _Look()
    look.thread.join(_SECONDS)
    return look.asked
