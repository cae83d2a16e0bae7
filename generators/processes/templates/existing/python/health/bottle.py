"""Answers /healthz and /readyz before all else: no login, no redirect."""

from __future__ import annotations

from typing import TYPE_CHECKING

# <%- readiness %>

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from bottle import Bottle


def add_health(app: Bottle) -> None:
    """Put the addresses before the app."""
    app.wsgi = _before(app.wsgi)


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
        body = (missing or "").encode()
        headers = [
            ("Cache-Control", "no-store"),
            ("Content-Length", str(len(body))),
            ("Content-Type", "text/plain"),
        ]
        status = "503 Service Unavailable" if missing else "200 OK"
        start_response(status, headers)
        return [body]

    return answer
