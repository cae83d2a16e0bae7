"""Answers /healthz and /readyz before all else: any host, no login, no redirect."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask

# <%- readiness %>

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def add_health(app: Flask) -> None:
    """Puts the addresses before the app."""
    app.wsgi_app = _before(app.wsgi_app)  # type: ignore[method-assign]


def _before(app: WSGIApplication) -> WSGIApplication:
    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO")
        if path not in ("/healthz", "/readyz"):
            return app(environ, start_response)
        is_well = path == "/healthz" or is_ready()
        status = "200 OK" if is_well else "503 Service Unavailable"
        start_response(status, [("Cache-Control", "no-store"), ("Content-Length", "0")])
        return []

    return answer
