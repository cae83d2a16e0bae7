"""Shows dashboards, in production only with DASHBOARDS=true."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

# <%- modules %>

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from flask import Flask

_PAGES = {<%- pages %>}
# Editors make style elements as they go; nothing comes from other hosts.
_POLICY = (
    "default-src 'self'; "
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; "
    "font-src 'self' data:; "
    "worker-src 'self' blob:"
)


def add_dashboards(app: Flask) -> None:
    """Put them before the app."""
    vars(app)["wsgi_app"] = _before(app.wsgi_app)


def _before(app: WSGIApplication) -> WSGIApplication:
    """Make an app of one, with the pages before it."""

    def answer(
        environ: WSGIEnvironment,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        """Answer one request."""
        page = _PAGES.get(environ.get("PATH_INFO", ""))
        is_read = environ["REQUEST_METHOD"] in {"GET", "HEAD"}
        if page is None or not is_read or not _is_shown():
            return app(environ, start_response)
        kind, read = page
        policy = ("Content-Security-Policy", _POLICY)
        start_response("200 OK", [("Content-Type", kind), policy])
        return [read()] if environ["REQUEST_METHOD"] == "GET" else []

    return answer


def _is_shown() -> bool:
    """Return whether the pages are open here."""
    is_development = os.environ.get("APP_ENV") in {"development", "test"}
    return is_development or os.environ.get("DASHBOARDS") == "true"
