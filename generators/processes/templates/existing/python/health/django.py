"""Answers /healthz and /readyz before all else: any host, no redirect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse

# <%- readiness %>

if TYPE_CHECKING:
    from collections.abc import Callable

    GetResponse = Callable[[HttpRequest], HttpResponse]


class HealthMiddleware:
    """The first of MIDDLEWARE: 200 while the process lives, and is of use."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep what answers all other requests."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        if request.path_info not in {"/healthz", "/readyz"}:
            return self.get_response(request)
        missing = self.missing(request.path_info)
        response = HttpResponse(missing, content_type="text/plain")
        response.status_code = 503 if missing else 200
        response["Cache-Control"] = "no-store"
        return response

    @staticmethod
    def missing(path: str) -> str:
        """Name what requests need and does not answer."""
        return (failing() if path == "/readyz" else None) or ""
