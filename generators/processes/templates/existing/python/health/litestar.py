"""Answers /healthz and /readyz before all else: any host, no login, no redirect."""

from __future__ import annotations

import asyncio

from litestar import Litestar
from litestar.enums import MediaType, ScopeType
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp, Receive, Scope, Send

# <%- readiness %>


class _Health:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"] if scope["type"] == ScopeType.HTTP else ""
        if path not in ("/healthz", "/readyz"):
            await self.app(scope, receive, send)
            return
        missing = await _failing() if path == "/readyz" else None
        response = ASGIResponse(
            body=missing or "",
            headers={"Cache-Control": "no-store"},
            media_type=MediaType.TEXT,
            status_code=503 if missing else 200,
        )
        await response(scope, receive, send)


async def _failing() -> str | None:
    # <%- asked %>
    return await asyncio.to_thread(failing)


def add_health(app: Litestar) -> None:
    """Puts the addresses before the app."""
    app.asgi_handler = _Health(app.asgi_handler)
