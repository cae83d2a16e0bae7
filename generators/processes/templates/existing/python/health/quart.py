"""Answers /healthz and /readyz before all else: any host, no login, no redirect."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quart import Quart

# <%- readiness %>

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any, TypeAlias

    ASGIApp: TypeAlias = Callable[[Any, Any, Any], Coroutine[Any, Any, None]]


def add_health(app: Quart) -> None:
    """Puts the addresses before the app."""
    app.asgi_app = _before(app.asgi_app)  # type: ignore[assignment,method-assign]


def _before(app: ASGIApp) -> ASGIApp:
    async def answer(scope: Any, receive: Any, send: Any) -> None:
        path = scope["path"] if scope["type"] == "http" else ""
        if path not in ("/healthz", "/readyz"):
            await app(scope, receive, send)
            return
        missing = await _failing() if path == "/readyz" else None
        headers = [(b"cache-control", b"no-store"), (b"content-type", b"text/plain")]
        status = 503 if missing else 200
        start = {"type": "http.response.start", "status": status, "headers": headers}
        await send(start)
        await send({"type": "http.response.body", "body": (missing or "").encode()})

    return answer


async def _failing() -> str | None:
    # <%- asked %>
    return await asyncio.to_thread(failing)
