"""Answers /healthz and /readyz before all else: any host, no login, no redirect."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiohttp import web

# <%- readiness %>

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def _health(request: web.Request, handler: Handler) -> web.StreamResponse:
    if request.path not in ("/healthz", "/readyz"):
        return await handler(request)
    missing = await _failing() if request.path == "/readyz" else None
    headers = {"Cache-Control": "no-store"}
    status = 503 if missing else 200
    return web.Response(status=status, text=missing or "", headers=headers)


async def _failing() -> str | None:
    # <%- asked %>
    return await asyncio.to_thread(failing)


def add_health(app: web.Application) -> None:
    """Puts the addresses before the app."""
    app.middlewares.insert(0, _health)
