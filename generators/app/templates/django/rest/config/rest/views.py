"""What the views of every resource have in common."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from config.http.problems import Problem


class ApiView(APIView):
    """The methods of one address; others are 405."""

    def options(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> Response:  # noqa: ARG002
        return Response(status=204)


def query(request: Request) -> dict[str, Any]:
    """The query string; what it says twice is a list, which no field takes."""
    return {name: texts[0] if len(texts) == 1 else texts for name, texts in request.query_params.lists()}


def valid(serializer: type[Serializer[Any]], data: object, *, partial: bool = False) -> Mapping[str, Any]:
    """What a client sent, as a serializer understands it. A problem 422 tells each fault."""
    read = serializer(data=data, partial=partial)
    read.is_valid(raise_exception=True)
    found: Mapping[str, Any] = read.validated_data
    return found


def found(row: Any | None) -> Any:
    """What is there. A problem 404 where nothing is."""
    if row is None:
        raise Problem(404)
    return row
