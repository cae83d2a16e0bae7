"""Measures requests; answers /metrics, in production only to METRICS_TOKEN."""

from __future__ import annotations

import os
from collections.abc import Callable
from hmac import compare_digest
from time import perf_counter
from typing import TYPE_CHECKING, Any

from flask import Flask
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    Body: TypeAlias = Iterable[bytes]

_durations = Histogram(
    "http_request_duration_seconds",
    "Seconds that requests took",
    ["method", "status"],
)
_methods = {"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"}


def add_metrics(app: Flask) -> None:
    """Puts them before the app."""
    app.wsgi_app = _measured(app.wsgi_app)  # type: ignore[assignment,method-assign]


def _measured(app: WSGIApplication) -> WSGIApplication:
    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Body:
        if environ.get("PATH_INFO") == "/metrics":
            return _answer(environ, start_response)
        begin = perf_counter()
        seen = "500"

        def start(status: str, *rest: Any) -> Callable[[bytes], object]:
            nonlocal seen
            seen = status[:3]
            return start_response(status, *rest)

        try:
            return app(environ, start)
        finally:
            method = environ["REQUEST_METHOD"]
            labels = (method if method in _methods else "other", seen)
            _durations.labels(*labels).observe(perf_counter() - begin)

    return answer


def _answer(environ: WSGIEnvironment, start_response: StartResponse) -> Body:
    if not _is_open(environ.get("HTTP_AUTHORIZATION", "")):
        start_response("404 Not Found", [("Content-Length", "0")])
        return []
    text = _text()
    start_response("200 OK", [("Content-Type", CONTENT_TYPE_LATEST)])
    return [text]


def _is_open(authorization: str) -> bool:
    token = os.environ.get("METRICS_TOKEN", "")
    if os.environ.get("APP_ENV") in ("development", "test"):
        return True
    wanted = f"Bearer {token}".encode()
    return token != "" and compare_digest(authorization.encode(), wanted)


def _text() -> bytes:
    """Of all processes where PROMETHEUS_MULTIPROC_DIR is set, else of this one."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
