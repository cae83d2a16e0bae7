"""Measures requests; answers /metrics, in production only to METRICS_TOKEN."""

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
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

if TYPE_CHECKING:
    from collections.abc import Callable

_DURATIONS = Histogram(
    "http_request_duration_seconds",
    "Seconds that requests took",
    ["method", "status"],
)
_METHODS = {"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"}


def add_metrics(app: Starlette) -> None:
    """Put them before the app, and before what is added later."""
    build = app.build_middleware_stack
    vars(app)["build_middleware_stack"] = lambda: _before(build())


def _before(app: ASGIApp) -> ASGIApp:
    """Make an app of one, measured, and with their address before it."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await app(scope, receive, send)
        elif scope["path"] == "/metrics":
            await _answer(Request(scope))(scope, receive, send)
        else:
            await _measured(app, scope, receive, send)

    return answer


async def _measured(
    app: ASGIApp,
    scope: Scope,
    receive: Receive,
    send: Send,
) -> None:
    """Have a request answered, and count it."""
    begin = perf_counter()
    seen = "500"

    async def sent(message: Message) -> None:
        """Send a part of the answer."""
        nonlocal seen
        if message["type"] == "http.response.start":
            seen = str(message["status"])
        await send(message)

    try:
        await app(scope, receive, sent)
    finally:
        method = scope["method"] if scope["method"] in _METHODS else "other"
        _DURATIONS.labels(method, seen).observe(perf_counter() - begin)


def _answer(request: Request) -> Response:
    """Show what was measured to whoever may see it."""
    if not _is_open(request.headers.get("Authorization", "")):
        return Response(status_code=404)
    return Response(_text(), headers={"Content-Type": CONTENT_TYPE_LATEST})


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
