"""The id of a request."""

import re
from uuid import uuid4

import structlog
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from config.http.middleware import Middleware

ACCEPTABLE = re.compile(r"[\w.:+/=-]{1,128}", re.ASCII)


class RequestIdMiddleware(Middleware):
    """Keeps the X-Request-Id of a request or makes one; answers it, and every line of the log has it."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get("X-Request-Id", "")
        request_id = given if ACCEPTABLE.fullmatch(given) else str(uuid4())
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(requestId=request_id)
        response = self.get_response(request)
        response["X-Request-Id"] = request_id
        return response
