"""Errors as problem documents (RFC 9457)."""

import logging
from http import HTTPStatus

import structlog
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from config.database import is_away
from config.http.middleware import Middleware

logger = logging.getLogger(__name__)

#: Titles whose wording differs between versions of Python.
TITLES = {413: "Payload Too Large", 422: "Unprocessable Entity"}


class Problem(Exception):  # noqa: N818
    """An answer that is no success: raised by whoever finds it, answered by the middleware."""

    def __init__(
        self,
        status: int,
        detail: str = "",
        errors: list[dict[str, str]] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(detail or title_of(status))
        self.status = status
        self.detail = detail
        self.errors = errors
        self.headers = headers or {}

    def response(self) -> HttpResponse:
        """The problem as a document."""
        request_id = structlog.contextvars.get_contextvars().get("requestId")
        body = {
            "type": "about:blank",
            "title": title_of(self.status),
            "status": self.status,
            **({"detail": self.detail} if self.detail else {}),
            **({"errors": self.errors} if self.errors else {}),
            "requestId": request_id,
        }
        return JsonResponse(body, status=self.status, headers=self.headers, content_type="application/problem+json")


class ProblemMiddleware(Middleware):
    """Answers what a view raised; what is not meant for clients only goes to the log."""

    def process_exception(self, _request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer to an error, or nothing where Django has one of its own."""
        if isinstance(error, Http404 | PermissionDenied | SuspiciousOperation | BadRequest):
            return None
        problem = to_problem(error)
        if problem.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            logger.error("request failed", exc_info=error)
        return problem.response()


def to_problem(error: Exception) -> Problem:
    """The problem that an error is to clients."""
    if isinstance(error, Problem):
        return error
    if is_away(error):
        return Problem(503, "Try again later", headers={"Retry-After": "5"})
    return Problem(500)


def title_of(status: int) -> str:
    """What a status is called."""
    return TITLES.get(status) or HTTPStatus(status).phrase
