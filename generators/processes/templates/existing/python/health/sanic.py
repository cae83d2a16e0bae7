"""Answers /healthz and /readyz before all else: no login, no redirect."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sanic.response import text

# <%- readiness %>

if TYPE_CHECKING:
    from typing import Any

    from sanic import HTTPResponse, Request, Sanic


def add_health(app: Sanic[Any, Any]) -> None:
    """Put the addresses before the app."""
    app.register_middleware(_before, "request", priority=100)
    for name in ("healthz", "readyz"):
        app.add_route(_health, f"/{name}", name=name)


async def _before(request: Request) -> HTTPResponse | None:
    """Answer one request before what the app puts before all requests."""
    is_health = request.path in {"/healthz", "/readyz"}
    return await _health(request) if is_health else None


async def _health(request: Request) -> HTTPResponse:
    """Answer one request."""
    missing = await _missing() if request.path == "/readyz" else None
    headers = {"Cache-Control": "no-store"}
    return text(missing or "", 503 if missing else 200, headers)


async def _missing() -> str | None:
    """Return the name of what does not answer."""
    # <%- asked %>
    return await asyncio.to_thread(failing)
