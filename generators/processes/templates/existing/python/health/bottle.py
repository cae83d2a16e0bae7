"""Answers /healthz and /readyz before all else: any host, no login, no redirect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bottle import Bottle

# <%- readiness %>

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    Body: TypeAlias = Iterable[bytes]


def add_health(app: Bottle) -> None:
    """Puts the addresses before the app."""
    app.wsgi = _before(app.wsgi)


def _before(app: WSGIApplication) -> WSGIApplication:
    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Body:
        path = environ.get("PATH_INFO")
        if path not in ("/healthz", "/readyz"):
            return app(environ, start_response)
        missing = failing() if path == "/readyz" else None
        status = "503 Service Unavailable" if missing else "200 OK"
        body = (missing or "").encode()
        length = ("Content-Length", str(len(body)))
        headers = [("Cache-Control", "no-store"), ("Content-Type", "text/plain")]
        start_response(status, [*headers, length])
        return [body]

    return answer
