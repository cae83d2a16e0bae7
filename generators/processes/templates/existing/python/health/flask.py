"""Answers /healthz and /readyz before all else: any host, no login, no redirect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask

# <%- readiness %>

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    Body: TypeAlias = Iterable[bytes]


def add_health(app: Flask) -> None:
    """Puts the addresses before the app."""
    app.wsgi_app = _before(app.wsgi_app)  # type: ignore[assignment,method-assign]


def _before(app: WSGIApplication) -> WSGIApplication:
    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Body:
        path = environ.get("PATH_INFO")
        if path not in ("/healthz", "/readyz"):
            return app(environ, start_response)
        is_well = path == "/healthz" or is_ready()
        status = "200 OK" if is_well else "503 Service Unavailable"
        headers = [("Cache-Control", "no-store"), ("Content-Length", "0")]
        start_response(status, headers)
        return []

    return answer
