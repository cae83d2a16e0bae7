"""Answers /healthz and /readyz before all else: no login, no redirect."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

# <%- readiness %>

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from typing import Any

    from quart import Quart

    Send = Callable[[Mapping[str, object]], Awaitable[None]]
    ASGIApp = Callable[[Mapping[str, str], object, Send], Awaitable[None]]


def add_health(app: Quart) -> None:
    """Put the addresses before the app."""
    own: Any = app
    own.asgi_app = _before(own.asgi_app)


def _before(app: ASGIApp) -> ASGIApp:
    """Make an app of one, with the addresses before it."""

    async def answer(
        scope: Mapping[str, str],
        receive: object,
        send: Send,
    ) -> None:
        """Answer one request."""
        path = scope["path"] if scope["type"] == "http" else ""
        if path not in {"/healthz", "/readyz"}:
            await app(scope, receive, send)
            return
        missing = await _missing() if path == "/readyz" else None
        start = {
            "type": "http.response.start",
            "status": 503 if missing else 200,
            "headers": [
                (b"cache-control", b"no-store"),
                (b"content-type", b"text/plain"),
            ],
        }
        body = (missing or "").encode()
        await send(start)
        await send({"type": "http.response.body", "body": body})

    return answer


async def _missing() -> str | None:
    """Return the name of what does not answer."""
    # <%- asked %>
    return await asyncio.to_thread(failing)
