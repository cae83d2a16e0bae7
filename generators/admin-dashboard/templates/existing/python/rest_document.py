"""The OpenAPI document of what Django REST framework answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer

if TYPE_CHECKING:
    from collections.abc import Callable


def read_document() -> bytes:
    """Make the document, anew each time."""
    generator: Callable[[], Any] = SchemaGenerator
    renderer: Callable[[], Any] = OpenApiJsonRenderer
    schema: object = generator().get_schema(None, public=True)
    return bytes(renderer().render(schema))
