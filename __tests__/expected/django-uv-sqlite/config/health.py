"""Liveness and readiness, for probes: any Host, no token, no redirect, no line in the log."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase

from config.http.middleware import Middleware
from config.http.problems import Problem
from config.lifecycle import board
from config.resources import CHECKS

ADDRESSES = ("/healthz", "/readyz")
METHODS = ("GET", "HEAD", "OPTIONS")


class HealthMiddleware(Middleware):
    """`/healthz`: the process lives. `/readyz`: it takes requests, and what they need answers."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path not in ADDRESSES:
            return self.get_response(request)
        if request.method not in METHODS:
            return Problem(405, headers={"Allow": ", ".join(METHODS)}).response()
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": ", ".join(METHODS)})
        if request.path == "/healthz":
            return JsonResponse({"status": "ok"})
        ready = not board.draining and answers() and not board.draining
        return JsonResponse({"status": "ready" if ready else "unavailable"}, status=200 if ready else 503)


def answers() -> bool:
    """Whether all answer that requests need."""
    try:
        for check in CHECKS:
            check()
    except Exception:  # noqa: BLE001 (whatever the reason is, requests would meet it too)
        return False
    return True
