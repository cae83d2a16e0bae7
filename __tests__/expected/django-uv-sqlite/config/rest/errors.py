"""What REST answers to errors."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError as ModelError
from django.http import Http404, HttpResponse
from rest_framework.exceptions import APIException, UnsupportedMediaType, ValidationError

from config.http.problems import Problem


def answer(error: Exception, _context: dict[str, Any]) -> HttpResponse | None:
    """The problem of an error that a client can mend; others are raised again."""
    problem = to_problem(error)
    return problem.response() if problem else None


def to_problem(error: Exception) -> Problem | None:
    """The problem that an error of the framework is."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, Http404):
        return Problem(404)
    if isinstance(error, ModelError):
        return invalid(error.message_dict)
    if isinstance(error, ValidationError):
        return invalid(error.detail)
    if isinstance(error, UnsupportedMediaType):
        return Problem(415, "The body must be application/json")
    return Problem(error.status_code) if isinstance(error, APIException) else None


def invalid(detail: Any) -> Problem:
    """The problem that tells each fault."""
    errors = [{"pointer": pointer, "detail": text} for pointer, text in faults(detail)]
    return Problem(422, "What was sent is not valid", errors)


def faults(detail: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Each fault with the place where it is (RFC 6901)."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            part = str(name).replace("~", "~0").replace("/", "~1")
            yield from faults(inner, pointer if name == "non_field_errors" else f"{pointer}/{part}")
    elif isinstance(detail, list | tuple):
        for inner in detail:
            yield from faults(inner, pointer)
    else:
        yield pointer, str(detail)
