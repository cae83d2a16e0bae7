"""An address that nothing answers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from config.http.problems import Problem


@csrf_exempt
def not_found(_request: HttpRequest) -> HttpResponse:
    """Answers 404, whatever the method."""
    raise Problem(404)
