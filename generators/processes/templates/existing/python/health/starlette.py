"""Answers /healthz and /readyz before all else: no login, no redirect."""

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

# <%- readiness %>


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
        is_well = path == "/healthz" or await run_in_threadpool(is_ready)
        status = 200 if is_well else 503
        response = Response(None, status, {"Cache-Control": "no-store"})
        await response(scope, receive, send)

    return answer
