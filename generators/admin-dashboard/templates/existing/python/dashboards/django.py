"""Shows dashboards, in production only with DASHBOARDS=true."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse

# <%- modules %>

if TYPE_CHECKING:
    from collections.abc import Callable

    GetResponse = Callable[[HttpRequest], HttpResponse]

_PAGES = {<%- pages %>}
# Editors make style elements as they go; nothing comes from other hosts.
_POLICY = (
    "default-src 'self'; "
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; "
    "font-src 'self' data:; "
    "worker-src 'self' blob:"
)


class DashboardsMiddleware:
    """Among the first of MIDDLEWARE."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep what answers all other requests."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        page = _PAGES.get(request.path_info)
        is_read = str(request.method) in {"GET", "HEAD"}
        if page is None or not is_read or not self.is_shown():
            return self.get_response(request)
        kind, read = page
        response = HttpResponse(read(), content_type=kind)
        response["Content-Security-Policy"] = _POLICY
        return response

    @staticmethod
    def is_shown() -> bool:
        """Return whether the pages are open here."""
        is_development = os.environ.get("APP_ENV") in {"development", "test"}
        return is_development or os.environ.get("DASHBOARDS") == "true"
