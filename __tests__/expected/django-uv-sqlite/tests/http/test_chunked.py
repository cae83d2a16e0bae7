from io import BytesIO
from typing import Any

from config.http import chunked
from config.http.chunked import Measured


def length_of(body: bytes) -> str:
    seen: dict[str, Any] = {}

    def application(environ: dict[str, Any], _start: object) -> list[bytes]:
        seen.update(environ)
        return []

    environ = {"HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input": BytesIO(body)}
    Measured(application)(environ, lambda *_: None)
    assert seen["wsgi.input"].read() == body[: chunked.LIMIT + 1]
    return str(seen["CONTENT_LENGTH"])


def test_a_body_gets_its_length() -> None:
    assert length_of(b"{}") == "2"


def test_a_body_that_is_too_large_is_not_read_whole() -> None:
    assert length_of(b"x" * (chunked.LIMIT + 100)) == str(chunked.LIMIT + 1)
