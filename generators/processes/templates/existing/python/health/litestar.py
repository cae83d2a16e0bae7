"""Answers /healthz and /readyz before all else: no login, no redirect."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from litestar.enums import MediaType, ScopeType
from litestar.response.base import ASGIResponse

# <%- readiness %>

if TYPE_CHECKING:
    from litestar import Litestar
    from litestar.types import ASGIApp, Receive, Scope, Send


def add_health(app: Litestar) -> None:
    """Put the addresses before the app."""
    app.asgi_handler = _before(app.asgi_handler)


def _before(app: ASGIApp) -> ASGIApp:
    """Make an app of one, with the addresses before it."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        path = scope["path"] if scope["type"] == ScopeType.HTTP else ""
        if path not in {"/healthz", "/readyz"}:
            await app(scope, receive, send)
            return
        missing = await _missing() if path == "/readyz" else None
        response = ASGIResponse(
            body=missing or "",
            headers={"Cache-Control": "no-store"},
            media_type=MediaType.TEXT,
            status_code=503 if missing else 200,
        )
        await response(scope, receive, send)

    return answer


async def _missing() -> str | None:
    """Return the name of what does not answer."""
    # <%- asked %>
    return await asyncio.to_thread(failing)
