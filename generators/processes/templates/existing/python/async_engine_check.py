"""Asks the database of the code's own engine whether it answers."""

from __future__ import annotations

import asyncio
import logging

from sqlalchemy import text

_seconds = 2.0
_log = logging.getLogger(__name__)
_look: asyncio.Task[bool] | None = None


async def failing_engine() -> str | None:
    """Its name while it does not, or not soon; requests that come together share a look.

    To be awaited in the loop that serves: the engine's connections belong to it.
    """
    global _look
    loop = asyncio.get_running_loop()
    look = _look
    if look is None or look.done() or look.get_loop() is not loop:
        look = _look = loop.create_task(_answers())
    await asyncio.wait({look}, timeout=_seconds)
    return None if look.done() and look.result() else "engine"


async def _answers() -> bool:
    try:
        await asyncio.wait_for(_ask(), _seconds)
    except Exception as error:
        _log.warning("engine: %s", type(error).__name__)
        return False
    return True


async def _ask() -> None:
    # Not before it is asked: the code may set the environment first.
    # <%- engine %>

    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))
