"""What a request may bring."""

from django.http import HttpRequest
from django.utils.http import parse_header_parameters

from config.http.drain import drain
from config.http.problems import Problem

#: Bytes of the largest body that the API reads.
LIMIT = 100 * 1024


def check_json(request: HttpRequest) -> None:
    """Refuses a body of another kind than JSON in UTF-8 (415), or a larger one than the API reads (413)."""
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if length == 0:
        return
    kind, parameters = parse_header_parameters(request.META.get("CONTENT_TYPE", ""))
    if kind != "application/json":
        raise Problem(415, "The body must be application/json")
    if parameters.get("charset", "utf-8").lower() != "utf-8":
        raise Problem(415, "The body must be UTF-8")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Problem(415, "The body must not be compressed")
    if length > LIMIT:
        drain(request)
        raise Problem(413)
