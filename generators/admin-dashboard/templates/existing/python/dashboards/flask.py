"""Shows dashboards before all else; in production only with DASHBOARDS=true."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from flask import Flask

# <%- modules %>

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    Body: TypeAlias = Iterable[bytes]

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


def add_dashboards(app: Flask) -> None:
    """Puts them before the app."""
    app.wsgi_app = _before(app.wsgi_app)  # type: ignore[assignment,method-assign]


def _before(app: WSGIApplication) -> WSGIApplication:
    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Body:
        page = _pages.get(environ.get("PATH_INFO", ""))
        is_read = environ["REQUEST_METHOD"] in ("GET", "HEAD")
        if page is None or not is_read or not _is_shown():
            return app(environ, start_response)
        kind, read = page
        headers = [("Content-Type", kind), ("Content-Security-Policy", _policy)]
        start_response("200 OK", headers)
        return [read()] if environ["REQUEST_METHOD"] == "GET" else []

    return answer


def _is_shown() -> bool:
    is_development = os.environ.get("APP_ENV") in ("development", "test")
    return is_development or os.environ.get("DASHBOARDS") == "true"
