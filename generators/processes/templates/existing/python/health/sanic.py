"""Answers /healthz and /readyz before all else: any host, no login, no redirect."""

from __future__ import annotations

import asyncio
from typing import Any

from sanic import HTTPResponse, Request, Sanic
from sanic.response import text

# <%- readiness %>


async def _health(request: Request) -> HTTPResponse:
    missing = await _failing() if request.path == "/readyz" else None
    headers = {"Cache-Control": "no-store"}
    return text(missing or "", status=503 if missing else 200, headers=headers)


async def _before(request: Request) -> HTTPResponse | None:
    is_health = request.path in ("/healthz", "/readyz")
    return await _health(request) if is_health else None


async def _failing() -> str | None:
    # <%- asked %>
    return await asyncio.to_thread(failing)


def add_health(app: Sanic[Any, Any]) -> None:
    """Puts the addresses before the app."""
    app.register_middleware(_before, "request", priority=100)
    for path in ("/healthz", "/readyz"):
        app.add_route(_health, path, name=f"health{path.replace('/', '_')}")
