"""Shows dashboards before all else; in production only with DASHBOARDS=true."""

import os

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

# <%- modules %>

_pages = {<%- pages %>}
# Editors make style elements as they go; nothing comes from other hosts.
_policy = "; ".join(
    [
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
    ]
)


class _Dashboards:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_read = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        page = _pages.get(scope["path"]) if is_read else None
        if page is None or not _is_shown():
            await self.app(scope, receive, send)
            return
        kind, read = page
        headers = {"Content-Type": kind, "Content-Security-Policy": _policy}
        response = Response(await run_in_threadpool(read), headers=headers)
        await response(scope, receive, send)


def add_dashboards(app: Starlette) -> None:
    """Puts them before the app, and before what is added to it later."""
    build = app.build_middleware_stack

    def built() -> ASGIApp:
        return _Dashboards(build())

    app.build_middleware_stack = built  # type: ignore[method-assign]


def _is_shown() -> bool:
    is_development = os.environ.get("APP_ENV") in ("development", "test")
    return is_development or os.environ.get("DASHBOARDS") == "true"
