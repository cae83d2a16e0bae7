"""GraphQL over HTTP."""

import logging
from typing import Any

from cross_web import HTTPException
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from graphql import GraphQLError
from strawberry.django.views import GraphQLView
from strawberry.http import GraphQLHTTPResponse
from strawberry.schema.exceptions import InvalidOperationTypeError
from strawberry.types import ExecutionResult

from config.graphql.errors import FAILURES, code_of, to_client
from config.graphql.schema import schema
from config.http.body import check_json
from config.http.methods import methods
from config.http.problems import Problem

logger = logging.getLogger(__name__)


class View(GraphQLView[Any, None]):
    """`/graphql`, over the same services as REST."""

    def dispatch(self, request: HttpRequest, *_args: object, **_kwargs: object) -> HttpResponseBase:
        check_json(request)
        try:
            return self.run(request=request)
        except HTTPException as error:
            if isinstance(error.__cause__, InvalidOperationTypeError):
                raise Problem(405, error.reason, headers={"Allow": "POST"}) from error
            raise Problem(error.status_code, error.reason) from error
        except UnicodeDecodeError as error:
            raise Problem(400, "The body must be UTF-8") from error

    def should_render_graphql_ide(self, _request: object) -> bool:
        """Pages are of another part of the app."""
        return False

    def parse_json(self, data: str | bytes) -> Any:
        """A document comes in an object, or in nothing."""
        try:
            parsed = super().parse_json(data)
        except RecursionError as error:
            raise HTTPException(400, "Unable to parse request body as JSON") from error
        if not isinstance(parsed, dict | list):
            raise HTTPException(400, "The body must be an object")
        return parsed

    def process_result(self, request: HttpRequest, result: ExecutionResult) -> GraphQLHTTPResponse:
        """What is answered; errors that clients cannot mend are logged with their cause."""
        errors = [shown(error) for error in result.errors or []]
        response: GraphQLHTTPResponse = {"data": result.data}
        if errors:
            response["errors"] = [error.formatted for error in errors]
        # Nothing was executed: GraphQL wants no data then, not even null.
        if errors and not any(error.path for error in errors):
            del response["data"]
        away = any(code_of(error) == "SERVICE_UNAVAILABLE" for error in errors)
        request.META["graphql.status"] = 503 if away else 200
        return response

    def create_response(self, response_data: Any, sub_response: HttpResponse) -> HttpResponseBase:
        """JSON, with the status that `process_result` found."""
        sub_response.status_code = self.request.META.get("graphql.status", 200)
        return super().create_response(response_data, sub_response)


def shown(error: GraphQLError) -> GraphQLError:
    """The error as clients see it."""
    told = to_client(error)
    if code_of(told) in FAILURES:
        logger.error("graphql failed", exc_info=error.original_error)
    return told


answer = View.as_view(schema=schema, graphql_ide=None)


@methods("GET", "POST")
def graphql(request: HttpRequest) -> HttpResponseBase:
    """`/graphql`."""
    return answer(request)
