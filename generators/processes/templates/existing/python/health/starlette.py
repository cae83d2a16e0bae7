"""Answers /healthz and /readyz before all else: any host, no login, no redirect."""

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

# <%- readiness %>


class _Health:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"] if scope["type"] == "http" else ""
        if path not in ("/healthz", "/readyz"):
            await self.app(scope, receive, send)
            return
        is_well = path == "/healthz" or await run_in_threadpool(is_ready)
        headers = {"Cache-Control": "no-store"}
        response = Response(status_code=200 if is_well else 503, headers=headers)
        await response(scope, receive, send)


def add_health(app: Starlette) -> None:
    """Puts the addresses before the app, and before what is added to it later."""
    build = app.build_middleware_stack

    def built() -> ASGIApp:
        return _Health(build())

    vars(app)["build_middleware_stack"] = built
