"""Measures requests; answers /metrics, in production only to METRICS_TOKEN."""

from __future__ import annotations

import os
from hmac import compare_digest
from time import perf_counter
from typing import TYPE_CHECKING

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from _typeshed import OptExcInfo
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from flask import Flask

_DURATIONS = Histogram(
    "http_request_duration_seconds",
    "Seconds that requests took",
    ["method", "status"],
)
_METHODS = {"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"}


def add_metrics(app: Flask) -> None:
    """Put them before the app."""
    vars(app)["wsgi_app"] = _measured(app.wsgi_app)


def _measured(app: WSGIApplication) -> WSGIApplication:
    """Make an app of one that is measured."""

    def answer(
        environ: WSGIEnvironment,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        """Answer one request."""
        if environ.get("PATH_INFO") == "/metrics":
            return _answer(environ, start_response)
        begin = perf_counter()
        seen = "500"

        def start(
            status: str,
            headers: list[tuple[str, str]],
            exc_info: OptExcInfo | None = None,
            /,
        ) -> Callable[[bytes], object]:
            """Begin the answer."""
            nonlocal seen
            seen = status[:3]
            return start_response(status, headers, exc_info)

        try:
            return app(environ, start)
        finally:
            method = environ["REQUEST_METHOD"]
            labels = (method if method in _METHODS else "other", seen)
            _DURATIONS.labels(*labels).observe(perf_counter() - begin)

    return answer


def _answer(
    environ: WSGIEnvironment,
    start_response: StartResponse,
) -> Iterable[bytes]:
    """Show what was measured to whoever may see it."""
    if not _is_open(environ.get("HTTP_AUTHORIZATION", "")):
        start_response("404 Not Found", [("Content-Length", "0")])
        return []
    text = _text()
    start_response("200 OK", [("Content-Type", CONTENT_TYPE_LATEST)])
    return [text]


def _is_open(authorization: str) -> bool:
    """Return whether a request may see them."""
    if os.environ.get("APP_ENV") in {"development", "test"}:
        return True
    token = os.environ.get("METRICS_TOKEN", "")
    wanted = f"Bearer {token}".encode()
    return bool(token) and compare_digest(authorization.encode(), wanted)


def _text() -> bytes:
    """Return those of all processes that share a folder, else of this one."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    collect: Callable[[CollectorRegistry], object] = MultiProcessCollector
    collect(registry)
    return generate_latest(registry)
