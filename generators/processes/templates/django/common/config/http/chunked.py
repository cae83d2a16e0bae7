"""Bodies without a Content-Length, which WSGI applications don't read."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from config.http.drain import drain
from config.lifecycle import Application, Start

#: Bytes of such a body that are read; one that is longer is too large for every address.
LIMIT = 3 * 1024 * 1024


class Measured:
    """A WSGI application whose requests all say how long they are."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        if "HTTP_TRANSFER_ENCODING" in environ:
            body = environ["wsgi.input"].read(LIMIT + 1)
            if len(body) > LIMIT:
                drain(environ["wsgi.input"])
            environ = environ | {"wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(len(body))}
        return self.application(environ, start_response)
