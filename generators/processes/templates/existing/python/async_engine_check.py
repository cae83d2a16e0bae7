"""Asks the database of the code's own engine whether it answers."""

from __future__ import annotations

import asyncio
import logging
from importlib import import_module
# <%- loaded %>
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    Looks = WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Task[None]]

_SECONDS = 2.0
_LOG = logging.getLogger(__name__)
# The last look of a loop; requests that come meanwhile share it.
_LOOKS: Looks = WeakKeyDictionary()


async def failing_engine() -> str | None:
    """Return its name while it does not answer, or not soon.

    Await it in the loop that serves: its connections belong to that.
    """
    loop = asyncio.get_running_loop()
    look = _LOOKS.get(loop)
    if look is None or look.done():
        look = loop.create_task(asyncio.wait_for(_ask(), _SECONDS))
        look.add_done_callback(_tell)
        _LOOKS[loop] = look
    await asyncio.wait({look}, timeout=_SECONDS)
    is_well = look.done() and not look.cancelled() and not look.exception()
    return None if is_well else "engine"


async def _ask() -> None:
    """Raise an error while it does not answer."""
    # Not before it is asked: the code may set the environment first.
    # <%- engine %>
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))


def _tell(look: asyncio.Task[None]) -> None:
    """Log what kind of error was raised, without its words."""
    error = None if look.cancelled() else look.exception()
    if error:
        _LOG.warning("engine: %s", type(error).__name__)
