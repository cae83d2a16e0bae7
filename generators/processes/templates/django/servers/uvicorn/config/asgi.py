"""The app as servers of ASGI run it."""

import os
from collections.abc import Awaitable, Callable, Mapping
from importlib import import_module
from typing import Any

from django.core.asgi import get_asgi_application

from config.lifecycle import board

#: Bytes of a body without a Content-Length that are read; one that is longer is too large for every address.
LIMIT = 3 * 1024 * 1024

Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Scope = dict[str, Any]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


class Followed:
    """An application whose requests are counted, measured, and refused once the server closes."""

    def __init__(self, application: Application) -> None:
        self.application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if board.closing:
            await send({"type": "http.response.start", "status": 503, "headers": [(b"connection", b"close")]})
            await send({"type": "http.response.body"})
            return
        board.add(1)
        try:
            await self.application(*await measured(scope, receive), send)
        finally:
            board.add(-1)


async def measured(scope: Scope, receive: Receive) -> tuple[Scope, Receive]:
    """A request that says how long it is, even if its client did not."""
    if not any(name == b"transfer-encoding" for name, _ in scope["headers"]):
        return scope, receive
    body = b""
    more = True
    while more and len(body) <= LIMIT:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    headers = [*scope["headers"], (b"content-length", str(len(body)).encode())]
    pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def read() -> Message:
        if pending:
            return pending.pop()
        message = await receive()
        # What is too large is not read, but has to be let go.
        while message["type"] == "http.request":
            message = await receive()
        return message

    return scope | {"headers": headers}, read


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("APP_PROCESS", "web")
application = Followed(get_asgi_application())
# The views are loaded now, so that no request waits for them.
import_module("config.urls")
