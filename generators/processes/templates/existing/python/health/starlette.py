"""Answers /healthz and /readyz before all else: no login, no redirect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse

# <%- readiness %>

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.types import ASGIApp, Receive, Scope, Send


def add_health(app: Starlette) -> None:
    """Put the addresses before the app, and before what is added later."""
    build = app.build_middleware_stack
    vars(app)["build_middleware_stack"] = lambda: _before(build())


def _before(app: ASGIApp) -> ASGIApp:
    """Make an app of one, with the addresses before it."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        path = scope["path"] if scope["type"] == "http" else ""
        if path not in {"/healthz", "/readyz"}:
            await app(scope, receive, send)
            return
        missing = await _missing() if path == "/readyz" else None
        headers = {"Cache-Control": "no-store"}
        status = 503 if missing else 200
        response = PlainTextResponse(missing or "", status, headers)
        await response(scope, receive, send)

    return answer


async def _missing() -> str | None:
    """Return the name of what does not answer."""
    # <%- asked %>
    return await run_in_threadpool(failing)
