"""Answers /healthz and /readyz before all else: any host, no redirect."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class HealthMiddleware:
    """The first of MIDDLEWARE: 200 as long as the process takes requests."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info not in ("/healthz", "/readyz"):
            return self.get_response(request)
        response = HttpResponse()
        response["Cache-Control"] = "no-store"
        return response
