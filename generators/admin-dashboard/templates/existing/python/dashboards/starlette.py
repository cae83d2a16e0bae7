"""Shows dashboards, in production only with DASHBOARDS=true."""

import os

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

# <%- modules %>

_PAGES = {<%- pages %>}
# Editors make style elements as they go; nothing comes from other hosts.
_POLICY = (
    "default-src 'self'; "
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; "
    "font-src 'self' data:; "
    "worker-src 'self' blob:"
)


def add_dashboards(app: Starlette) -> None:
    """Put them before the app, and before what is added later."""
    build = app.build_middleware_stack
    vars(app)["build_middleware_stack"] = lambda: _before(build())


def _before(app: ASGIApp) -> ASGIApp:
    """Make an app of one, with the pages before it."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        is_http = scope["type"] == "http"
        is_read = is_http and scope["method"] in {"GET", "HEAD"}
        page = _PAGES.get(scope["path"]) if is_read else None
        if page is None or not _is_shown():
            await app(scope, receive, send)
            return
        kind, read = page
        headers = {"Content-Type": kind, "Content-Security-Policy": _POLICY}
        response = Response(await run_in_threadpool(read), headers=headers)
        await response(scope, receive, send)

    return answer


def _is_shown() -> bool:
    """Return whether the pages are open here."""
    is_development = os.environ.get("APP_ENV") in {"development", "test"}
    return is_development or os.environ.get("DASHBOARDS") == "true"
