"""What a request may bring."""

from django.http import HttpRequest

from config.http.drain import drain
from config.http.problems import Problem

#: Bytes of the largest body that the API reads.
LIMIT = 100 * 1024


def check_json(request: HttpRequest) -> None:
    """Refuses a body of another type than JSON (415), or a larger one than the API reads (413)."""
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if length == 0:
        return
    if request.META.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != "application/json":
        raise Problem(415, "The body must be application/json")
    if length > LIMIT:
        drain(request)
        raise Problem(413)
