"""Answers /healthz and /readyz: 200 as long as the process takes requests."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


async def _answer(_request: Request) -> Response:
    return Response(headers={"Cache-Control": "no-store"})


def add_health(app: Starlette) -> None:
    """Adds the addresses before all others of the app."""
    for path in ("/healthz", "/readyz"):
        app.router.routes.insert(0, Route(path, _answer, methods=["GET"]))
