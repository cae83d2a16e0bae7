"""Answers /healthz and /readyz: 200 as long as the process takes requests."""

from flask import Flask, Response


def _answer() -> Response:
    return Response(headers={"Cache-Control": "no-store"})


def add_health(app: Flask) -> None:
    """Adds the addresses to the app."""
    for path in ("/healthz", "/readyz"):
        app.add_url_rule(path, endpoint=path.strip("/"), view_func=_answer)
