"""Measures requests; answers /metrics, in production only to METRICS_TOKEN."""

from __future__ import annotations

import os
from hmac import compare_digest
from time import perf_counter
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

if TYPE_CHECKING:
    from collections.abc import Callable

    GetResponse = Callable[[HttpRequest], HttpResponse]

_DURATIONS = Histogram(
    "http_request_duration_seconds",
    "Seconds that requests took",
    ["method", "status"],
)
_METHODS = {"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"}


class MetricsMiddleware:
    """Among the first of MIDDLEWARE."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep what answers all other requests."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        if request.path_info == "/metrics":
            return _answer(request)
        return self.measured(request)

    def measured(self, request: HttpRequest) -> HttpResponse:
        """Have a request answered, and count it."""
        begin = perf_counter()
        response = self.get_response(request)
        method = str(request.method)
        known = method if method in _METHODS else "other"
        durations = _DURATIONS.labels(known, str(response.status_code))
        durations.observe(perf_counter() - begin)
        return response


def _answer(request: HttpRequest) -> HttpResponse:
    """Show what was measured to whoever may see it."""
    if not _is_open(request.headers.get("Authorization", "")):
        return HttpResponse(status=404)
    return HttpResponse(_text(), content_type=CONTENT_TYPE_LATEST)


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
