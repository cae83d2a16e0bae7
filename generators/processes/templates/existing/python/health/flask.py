"""Answers /healthz and /readyz before all else: no login, no redirect."""

from __future__ import annotations

from typing import TYPE_CHECKING

# <%- readiness %>

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from flask import Flask


def add_health(app: Flask) -> None:
    """Put the addresses before the app."""
    # <%- wired %>
    vars(app)["wsgi_app"] = _before(app.wsgi_app)


def _before(app: WSGIApplication) -> WSGIApplication:
    """Make an app of one, with the addresses before it."""

    def answer(
        environ: WSGIEnvironment,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        """Answer one request."""
        path = environ.get("PATH_INFO")
        if path not in {"/healthz", "/readyz"}:
            return app(environ, start_response)
        missing = failing() if path == "/readyz" else None
        status = "503 Service Unavailable" if missing else "200 OK"
        body = (missing or "").encode()
        headers = [
            ("Cache-Control", "no-store"),
            ("Content-Type", "text/plain"),
            ("Content-Length", str(len(body))),
        ]
        start_response(status, headers)
        return [body]

    return answer
