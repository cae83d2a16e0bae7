"""Bodies of JSON, and nothing else."""

import json
from collections.abc import Iterable, Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from config.http.body import check_json


class StrictParser(BaseParser):
    """Reads JSON as RFC 8259 has it: no NaN, UTF-8 only, no larger than the API reads."""

    media_type = "application/json"

    def parse(
        self,
        stream: IO[Any],
        _media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        if parser_context:
            check_json(parser_context["request"])
        try:
            return json.loads(stream.read().decode("utf-8-sig"), parse_constant=refuse)
        except (ValueError, RecursionError) as error:
            raise ParseError from error


def refuse(_constant: str) -> None:
    """Numbers that JSON does not have."""
    raise ValueError


class OnlyJson(BaseContentNegotiation):
    """Answers JSON, whatever a client would rather have."""

    def select_parser(self, request: Request, parsers: Iterable[BaseParser]) -> BaseParser | None:
        return (
            next(iter(parsers))
            if str(request.content_type).partition(";")[0].strip().lower() == "application/json"
            else None
        )

    def select_renderer(
        self,
        _request: Request,
        renderers: Iterable[BaseRenderer],
        _format_suffix: str | None = None,
    ) -> tuple[BaseRenderer, str]:
        renderer = next(iter(renderers))
        return renderer, str(renderer.media_type)
