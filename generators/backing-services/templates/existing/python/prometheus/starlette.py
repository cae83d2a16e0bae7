"""Measures requests; answers /metrics, in production only to METRICS_TOKEN."""

import os
from hmac import compare_digest
from time import perf_counter

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_durations = Histogram(
    "http_request_duration_seconds",
    "Seconds that requests took",
    ["method", "status"],
)
_methods = {"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"}


class _Metrics:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"] == "/metrics":
            await _answer(Request(scope))(scope, receive, send)
        else:
            await self.measured(scope, receive, send)

    async def measured(self, scope: Scope, receive: Receive, send: Send) -> None:
        begin = perf_counter()
        seen = "500"

        async def sent(message: Message) -> None:
            nonlocal seen
            if message["type"] == "http.response.start":
                seen = str(message["status"])
            await send(message)

        try:
            await self.app(scope, receive, sent)
        finally:
            method = scope["method"] if scope["method"] in _methods else "other"
            _durations.labels(method, seen).observe(perf_counter() - begin)


def add_metrics(app: Starlette) -> None:
    """Puts them before the app, and before what is added to it later."""
    build = app.build_middleware_stack

    def built() -> ASGIApp:
        return _Metrics(build())

    app.build_middleware_stack = built  # type: ignore[method-assign]


def _answer(request: Request) -> Response:
    if not _is_open(request.headers.get("Authorization", "")):
        return Response(status_code=404)
    return Response(_text(), headers={"Content-Type": CONTENT_TYPE_LATEST})


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
