"""The log of requests."""

import logging
import time

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from config.http.middleware import Middleware

logger = logging.getLogger(__name__)


class RequestLogMiddleware(Middleware):
    """One line a request: what was asked, what was answered, how long it took (milliseconds)."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        start = time.perf_counter()
        response = self.get_response(request)
        # The query is left out: it may hold what nobody should read.
        line = {
            "method": request.method,
            "path": request.path,
            "status": response.status_code,
            "duration": round((time.perf_counter() - start) * 1000),
        }
        logger.info("request", extra=line)
        return response
