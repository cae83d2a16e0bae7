"""What clients see of errors; the text of an unforeseen one stays in the log."""

from typing import Any

from django.core.exceptions import ValidationError
from graphql import GraphQLError, GraphQLSyntaxError

from config.database import is_away

#: The codes of errors that clients cannot mend.
FAILURES = {"INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE"}


def not_found(what: str) -> GraphQLError:
    """The error of an id that names nothing."""
    return GraphQLError(f"There is no such {what}.", extensions={"code": "NOT_FOUND"})


def to_client(error: GraphQLError) -> GraphQLError:
    """The error as clients see it."""
    cause = error.original_error
    if error.path is None and cause is None:
        code = "GRAPHQL_PARSE_FAILED" if isinstance(error, GraphQLSyntaxError) else "GRAPHQL_VALIDATION_FAILED"
        return GraphQLError(error.message, error.nodes, error.source, error.positions, extensions={"code": code})
    if cause is None or isinstance(cause, GraphQLError):
        return error
    message, extensions = explain(cause)
    return GraphQLError(message, error.nodes, path=error.path, extensions=extensions)


def explain(cause: Exception) -> tuple[str, dict[str, Any]]:
    """What is told of an error, and its code."""
    if isinstance(cause, ValidationError):
        issues = [{"path": name, "message": text} for name, texts in cause.message_dict.items() for text in texts]
        return "The input is not valid.", {"code": "BAD_USER_INPUT", "issues": issues}
    if is_away(cause):
        return "A service that this needs does not answer.", {"code": "SERVICE_UNAVAILABLE"}
    return "Something went wrong.", {"code": "INTERNAL_SERVER_ERROR"}


def code_of(error: GraphQLError) -> str:
    """The code of an error as clients see it."""
    return str((error.extensions or {}).get("code", ""))
