"""The API as a document."""

import functools
import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import OpenApiResponse, extend_schema_serializer
from rest_framework import serializers

from config.http.methods import get_only
from config.http.problems import title_of


class Fault(serializers.Serializer[Any]):
    """Where a fault is, and which."""

    pointer = serializers.CharField()
    detail = serializers.CharField()


@extend_schema_serializer(component_name="Problem")
class ProblemDocument(serializers.Serializer[Any]):
    """An error (RFC 9457)."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(required=False)
    requestId = serializers.CharField(required=False)  # noqa: N815
    errors = Fault(many=True, required=False)  # type: ignore[assignment] # hides what is not used here


def problems(*statuses: int) -> dict[Any, Any]:
    """Problem documents by status, those that every operation of the API can answer among them."""
    return {
        (status, "application/problem+json"): OpenApiResponse(ProblemDocument, description=title_of(status))
        for status in sorted({*statuses, 401, 503})
    }


@functools.cache
def document() -> str:
    """OpenAPI 3.1 of the serializers and views that answer the requests."""
    generator = SchemaGenerator()  # type: ignore[no-untyped-call]
    return json.dumps(generator.get_schema(request=None, public=True))  # type: ignore[no-untyped-call]


@get_only
def openapi(_request: HttpRequest) -> HttpResponse:
    """`/openapi.json`."""
    return HttpResponse(document(), content_type="application/json")
