"""Asks the database of the code's own engine whether it answers."""

from __future__ import annotations

import asyncio
import logging
from importlib import import_module
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

_SECONDS = 2.0
_LOG = logging.getLogger(__name__)
# At most one look; requests that come meanwhile share it.
_LOOKS: list[asyncio.Task[bool]] = []


async def failing_engine() -> str | None:
    """Name the engine while it does not answer soon; None: it does.

    To be awaited in the loop that serves: its connections belong to that.
    """
    loop = asyncio.get_running_loop()
    if not any(not look.done() and look.get_loop() is loop for look in _LOOKS):
        _LOOKS[:] = [loop.create_task(_answers())]
    (look,) = _LOOKS
    # The look has its own limit; this one is for an engine that ignores it.
    await asyncio.wait({look}, timeout=_SECONDS + 1)
    return None if look.done() and look.result() else "engine"


async def _answers() -> bool:
    """Tell whether it answers; what kind of error was raised is logged."""
    asked = asyncio.wait_for(_ask(), _SECONDS)
    (error,) = await asyncio.gather(asked, return_exceptions=True)
    if error is not None:
        _LOG.warning("engine: %s", type(error).__name__)
    return error is None


async def _ask() -> None:
    """Raise an error while it does not answer."""
    # Not before it is asked: the code may set the environment first.
    # <%- engine %>
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))
