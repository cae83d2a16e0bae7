"""Which methods an address has."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from config.http.problems import Problem

View = Callable[[HttpRequest], HttpResponseBase]


def methods(*names: str) -> Callable[[View], View]:
    """Makes a view answer these methods; another is 405 with Allow, OPTIONS is 204 with it."""
    allow = {"Allow": ", ".join([*names, *(["HEAD"] if "GET" in names else []), "OPTIONS"])}

    def decorate(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def answer(request: HttpRequest) -> HttpResponseBase:
            if request.method == "OPTIONS":
                return HttpResponse(status=204, headers=allow)
            if str(request.method) not in allow["Allow"].split(", "):
                raise Problem(405, headers=allow)
            return view(request)

        return answer

    return decorate


get_only = methods("GET")
