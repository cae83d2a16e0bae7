"""Answers /healthz and /readyz before all else: no login, no redirect."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiohttp import web

# <%- readiness %>

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def add_health(app: web.Application) -> None:
    """Put the addresses before the app."""
    app.middlewares.insert(0, _before)


@web.middleware
async def _before(
    request: web.Request,
    handler: Handler,
) -> web.StreamResponse:
    """Answer one request."""
    if request.path not in {"/healthz", "/readyz"}:
        return await handler(request)
    missing = await _missing() if request.path == "/readyz" else None
    headers = {"Cache-Control": "no-store"}
    status = 503 if missing else 200
    return web.Response(status=status, text=missing or "", headers=headers)


async def _missing() -> str | None:
    """Return the name of what does not answer."""
    # <%- asked %>
    return await asyncio.to_thread(failing)
