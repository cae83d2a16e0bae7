"""Metrics for Prometheus."""

import os
import time

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from config.env import LOCAL, METRICS_TOKEN
from config.http.bearer import TokenCheck, unauthorized
from config.http.methods import get_only
from config.http.middleware import Middleware
from config.http.problems import Problem

SECONDS = Histogram(
    "http_request_duration_seconds",
    "Duration of requests in seconds",
    ["method", "route", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}

accepts = TokenCheck([METRICS_TOKEN])


class MetricsMiddleware(Middleware):
    """Measures requests."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        start = time.perf_counter()
        response = self.get_response(request)
        # The pattern of the address, never the address itself: each value is a series of its own.
        route = (request.resolver_match.route if request.resolver_match else "") or "none"
        method = request.method if request.method in METHODS else "other"
        SECONDS.labels(method, route, response.status_code).observe(time.perf_counter() - start)
        return response


@get_only
def metrics(request: HttpRequest) -> HttpResponse:
    """`/metrics`: the figures of all processes of this server; in production only with METRICS_TOKEN."""
    if not LOCAL and not METRICS_TOKEN:
        raise Problem(404)
    if not LOCAL and not accepts(request.headers.get("Authorization")):
        raise unauthorized()
    return HttpResponse(generate_latest(registry()), content_type=CONTENT_TYPE_LATEST)


def registry() -> CollectorRegistry:
    """What is shown: all processes where there are several, else this one."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    shown = CollectorRegistry()
    MultiProcessCollector(shown)  # type: ignore[no-untyped-call]
    return shown
